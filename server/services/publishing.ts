import type { Deps } from '../deps.ts'
import { publishEdition } from '../usecases/editions/publish-edition.ts'
import { affirmVersion } from '../usecases/versions/affirm-version.ts'
import { answerChallenge } from '../usecases/versions/answer-challenge.ts'
import { approvePublication } from '../usecases/versions/approve-publication.ts'
import { cancelPublication } from '../usecases/versions/cancel-publication.ts'
import { challengeVersion } from '../usecases/versions/challenge-version.ts'
import { keepVariant } from '../usecases/versions/keep-variant.ts'
import { planPublication } from '../usecases/versions/plan-publication.ts'
import { publishVersion } from '../usecases/versions/publish-version.ts'
import { rollBackEntry } from '../usecases/versions/roll-back-entry.ts'
import { withdrawChallenge } from '../usecases/versions/withdraw-challenge.ts'
import { withdrawEntry } from '../usecases/versions/withdraw-entry.ts'
import { affirmPage } from '../views/affirm-page.ts'
import { challengePage, newChallengePage } from '../views/challenge-pages.ts'
import { comparePage } from '../views/compare-page.ts'
import { editionCited, editionJson, editionPage, editionsPage } from '../views/edition-pages.ts'
import { historyPage } from '../views/history-page.ts'
import { moderationQueue } from '../views/moderation-queue.ts'
import { publishPage } from '../views/publish-page.ts'
import { rollBackPage } from '../views/roll-back-page.ts'
import { variantPage } from '../views/variant-page.ts'
import { versionPage } from '../views/version-page.ts'
import { withdrawPage } from '../views/withdraw-page.ts'
import { bind } from './bind.ts'

export const publishingServices = (deps: Deps) =>
  bind(deps, {
    approvePublication,
    publishVersion,
    keepVariant,
    variantPage,
    publishEdition,
    affirmVersion,
    affirmPage,
    planPublication,
    cancelPublication,
    rollBackEntry,
    rollBackPage,
    challengeVersion,
    answerChallenge,
    withdrawChallenge,
    challengePage,
    newChallengePage,
    editionsPage,
    editionPage,
    editionJson,
    editionCited,
    historyPage,
    versionPage,
    comparePage,
    publishPage,
    moderationQueue,
    withdrawEntry,
    withdrawPage,
  })
