import type { Viewer } from '../../../domain/access/viewer.ts'
import { day, dayOf } from '../../../domain/text/day.ts'
import type { Deps } from '../../deps.ts'
import { statePosition } from '../positions/state-position.ts'
import { disputeReport } from '../signals/dispute-report.ts'
import { reportSignal } from '../signals/report-signal.ts'
import { reviewSignal } from '../signals/review-signal.ts'
import { loadStrategy } from '../signals/signal-access.ts'
import type { DemoContribution, DemoPerson } from './demo-content.ts'
import { reportedSignal, reviewedSignal } from './demo-signals.ts'

const minute = 60 * 1000

interface Telling {
  later(by: number): void
  argue(threadId: string, contributions: DemoContribution[]): Promise<unknown>
}

/** The demo's example of a signal that is reported and disputed, and of one that is due for review. */
export async function loadSignals(
  deps: Deps,
  as: (name: DemoPerson) => Viewer,
  { later, argue }: Telling,
): Promise<void> {
  const { strategy, positions, report, dispute, contributions } = reportedSignal
  const signalId = (await loadStrategy(deps.store.read, strategy)).signal?.id ?? ''
  for (const { by, position, reason, tick, exit } of positions) {
    const exitSignalId = tick ? signalId : ''
    await statePosition(deps, as(by), { strategy, position, reason, exit, exitSignalId })
    later(10 * minute)
  }
  const { by, ...source } = report
  const date = dayOf(deps.now() - 3 * day)
  const { threadId, reportId } = await reportSignal(deps, as(by), { strategy, signalId, date, ...source })
  later(45 * minute)
  await disputeReport(deps, as(dispute.by), { threadId, reportId, reason: dispute.reason })
  later(30 * minute)
  await argue(threadId, contributions)

  const { strategy: looked, by: looker, note } = reviewedSignal
  const seen = (await loadStrategy(deps.store.read, looked)).signal?.id ?? ''
  const next = dayOf(deps.now() + 2 * day)
  await reviewSignal(deps, as(looker), { strategy: looked, signalId: seen, note, next })
}
