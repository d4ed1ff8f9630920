import type { Deps } from '../deps.ts'
import { askStandIn } from '../usecases/objections/ask-stand-in.ts'
import { disposeObjection } from '../usecases/objections/dispose-objection.ts'
import { liftHold } from '../usecases/objections/lift-hold.ts'
import { nameStandIn } from '../usecases/objections/name-stand-in.ts'
import { placeHold } from '../usecases/objections/place-hold.ts'
import { raiseObjection } from '../usecases/objections/raise-objection.ts'
import { settleForOwner } from '../usecases/objections/settle-for-owner.ts'
import { stepIn } from '../usecases/objections/step-in.ts'
import { takeUpObjection } from '../usecases/objections/take-up-objection.ts'
import { withdrawObjection } from '../usecases/objections/withdraw-objection.ts'
import { wordMinorityNote } from '../usecases/objections/word-minority-note.ts'
import { addSource } from '../usecases/sources/add-source.ts'
import { removeSource } from '../usecases/sources/remove-source.ts'
import { answerCheck } from '../usecases/threads/answer-check.ts'
import { changeMind } from '../usecases/threads/change-mind.ts'
import { confirmOutcome } from '../usecases/threads/confirm-outcome.ts'
import { deleteContribution } from '../usecases/threads/delete-contribution.ts'
import { editContribution } from '../usecases/threads/edit-contribution.ts'
import { editHeader } from '../usecases/threads/edit-header.ts'
import { linkContribution } from '../usecases/threads/link-contribution.ts'
import { markRestatement } from '../usecases/threads/mark-restatement.ts'
import { openThread } from '../usecases/threads/open-thread.ts'
import { postContribution } from '../usecases/threads/post-contribution.ts'
import { react } from '../usecases/threads/react.ts'
import { reopenThread } from '../usecases/threads/reopen-thread.ts'
import { resolveThread } from '../usecases/threads/resolve-thread.ts'
import { restate } from '../usecases/threads/restate.ts'
import { takeBackMark } from '../usecases/threads/take-back-mark.ts'
import { takeBackMind } from '../usecases/threads/take-back-mind.ts'
import { unlinkContribution } from '../usecases/threads/unlink-contribution.ts'
import { draftThreadsPage } from '../views/draft-threads-page.ts'
import { newThreadPage } from '../views/new-thread-page.ts'
import { objectionsOf } from '../views/objections-of.ts'
import { threadOverview, threadOverviewCsv } from '../views/thread-overview.ts'
import { threadPage } from '../views/thread-page.ts'
import { threadsOf } from '../views/threads-of.ts'
import { bind } from './bind.ts'

/** Threads, hearings, contributions and objections. */
export const threadServices = (deps: Deps) =>
  bind(deps, {
    openThread,
    editHeader,
    postContribution,
    editContribution,
    deleteContribution,
    resolveThread,
    reopenThread,
    confirmOutcome,
    react,
    changeMind,
    takeBackMind,
    restate,
    markRestatement,
    takeBackMark,
    answerCheck,
    addSource,
    removeSource,
    linkContribution,
    unlinkContribution,
    raiseObjection,
    disposeObjection,
    withdrawObjection,
    wordMinorityNote,
    nameStandIn,
    askStandIn,
    stepIn,
    settleForOwner,
    takeUpObjection,
    placeHold,
    liftHold,
    threadsOf,
    objectionsOf,
    threadPage,
    threadOverview,
    threadOverviewCsv,
    newThreadPage,
    draftThreadsPage,
  })
