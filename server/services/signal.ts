import type { Deps } from '../deps.ts'
import { redactPosition } from '../usecases/positions/redact-position.ts'
import { statePosition, withdrawPosition } from '../usecases/positions/state-position.ts'
import { disputeReport } from '../usecases/signals/dispute-report.ts'
import { openSignalBallot } from '../usecases/signals/open-signal-ballot.ts'
import { reportSignal } from '../usecases/signals/report-signal.ts'
import { reviewSignal } from '../usecases/signals/review-signal.ts'
import { signalPage } from '../views/signal-page.ts'
import { bind } from './bind.ts'

/** Falsification signals after their publication, and where members stand. */
export const signalServices = (deps: Deps) =>
  bind(deps, {
    statePosition,
    withdrawPosition,
    redactPosition,
    reportSignal,
    disputeReport,
    openSignalBallot,
    reviewSignal,
    signalPage,
  })
