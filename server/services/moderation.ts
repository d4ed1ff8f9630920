import type { Deps } from '../deps.ts'
import { appealDecision, decideAppeal } from '../usecases/moderation/appeal.ts'
import { claimCase, releaseCase } from '../usecases/moderation/claim-case.ts'
import { decideCase } from '../usecases/moderation/decide-case.ts'
import { flagThing } from '../usecases/moderation/flag-thing.ts'
import { mergedInto, mergeThreads } from '../usecases/threads/merge-threads.ts'
import { casePage, ownCasePage, ownCases } from '../views/case-pages.ts'
import { flagPage } from '../views/flag-page.ts'
import { moderationLog, moderationLogCsv, moderationLogJson } from '../views/moderation-log.ts'
import { bind } from './bind.ts'

/** Flags, cases, appeals, merged threads, and what everybody reads of them. */
export const moderationServices = (deps: Deps) =>
  bind(deps, {
    flagThing,
    claimCase,
    releaseCase,
    decideCase,
    appealDecision,
    decideAppeal,
    mergeThreads,
    mergedInto,
    flagPage,
    casePage,
    ownCasePage,
    ownCases,
    moderationLog,
    moderationLogCsv,
    moderationLogJson,
  })
