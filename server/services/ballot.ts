import type { Deps } from '../deps.ts'
import { amendBallot } from '../usecases/ballots/amend-ballot.ts'
import { askBallot } from '../usecases/ballots/ask-ballot.ts'
import { castVote } from '../usecases/ballots/cast-vote.ts'
import { challengeAmendment } from '../usecases/ballots/challenge-amendment.ts'
import { cancelPlan, replanBallot } from '../usecases/ballots/change-plan.ts'
import { archivePreset, savePreset } from '../usecases/ballots/change-preset.ts'
import { closeBallot } from '../usecases/ballots/close-ballot.ts'
import { extendBallot } from '../usecases/ballots/extend-ballot.ts'
import { openBallot } from '../usecases/ballots/open-ballot.ts'
import { openForkBallot } from '../usecases/ballots/open-fork-ballot.ts'
import { reaffirmVote } from '../usecases/ballots/reaffirm-vote.ts'
import { remindNonvoters } from '../usecases/ballots/remind-nonvoters.ts'
import { stateOutcome } from '../usecases/ballots/state-outcome.ts'
import { ballotAmendments, changedSince } from '../views/ballot-amendments.ts'
import { ballotAsking } from '../views/ballot-asking.ts'
import { ballotOpening } from '../views/ballot-opening.ts'
import { ballotPage, ballotText } from '../views/ballot-page.ts'
import { checkReceipt } from '../views/ballot-receipt.ts'
import { ballotReport } from '../views/ballot-report.ts'
import { ballotsList } from '../views/ballots-list.ts'
import { forkOpening, forkTexts } from '../views/fork-ballot.ts'
import { presetsPage, presetToChange } from '../views/presets-page.ts'
import { bind } from './bind.ts'

export const ballotServices = (deps: Deps) =>
  bind(deps, {
    askBallot,
    amendBallot,
    ballotAmendments,
    castVote,
    challengeAmendment,
    changedSince,
    closeBallot,
    extendBallot,
    cancelPlan,
    replanBallot,
    archivePreset,
    presetsPage,
    presetToChange,
    savePreset,
    openBallot,
    openForkBallot,
    forkOpening,
    forkTexts,
    remindNonvoters,
    stateOutcome,
    ballotAsking,
    ballotOpening,
    ballotPage,
    ballotReport,
    ballotText,
    ballotsList,
    checkReceipt,
    reaffirmVote,
  })
