import type { Deps } from '../deps.ts'
import { publishEdition } from '../usecases/editions/publish-edition.ts'
import { publishVersion } from '../usecases/versions/publish-version.ts'
import { withdrawEntry } from '../usecases/versions/withdraw-entry.ts'
import { comparePage } from '../views/compare-page.ts'
import { editionCited, editionJson, editionPage, editionsPage } from '../views/edition-pages.ts'
import { historyPage } from '../views/history-page.ts'
import { moderationQueue } from '../views/moderation-queue.ts'
import { publishPage } from '../views/publish-page.ts'
import { versionPage } from '../views/version-page.ts'
import { withdrawPage } from '../views/withdraw-page.ts'
import { bind } from './bind.ts'

export const publishingServices = (deps: Deps) =>
  bind(deps, {
    publishVersion,
    publishEdition,
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
