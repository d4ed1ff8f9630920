import type { Deps } from '../deps.ts'
import { renderPng } from '../pictures/png.ts'
import { axesCsv, axesPage, densityMap } from '../views/axes-page.ts'
import { boardCsv, boardGrid, boardJson, boardPage } from '../views/board-page.ts'
import { citation } from '../views/citation.ts'
import { commitmentsCsv, commitmentsJson, commitmentsPage } from '../views/commitments-page.ts'
import { compareCsv, compareStrategies } from '../views/compare-strategies.ts'
import { conceptPage, conceptsList } from '../views/concept-pages.ts'
import { embedText } from '../views/embed-text.ts'
import { entryCard } from '../views/entry-card.ts'
import { entryLinkedData } from '../views/entry-linked-data.ts'
import { entryMarkdown } from '../views/entry-markdown.ts'
import { feed } from '../views/feed.ts'
import { heldTogetherCsv, heldTogetherJson, heldTogetherPage } from '../views/held-together-page.ts'
import { identityAnswer, identityGroup, identityPage } from '../views/identity-page.ts'
import { leverJson, leverPage, leversJson, leversList, nearestLevers } from '../views/lever-pages.ts'
import { mapCsv, mapPage } from '../views/map-page.ts'
import { matrixCsv, matrixPage } from '../views/matrix-page.ts'
import { missingEntry, withdrawnEntry } from '../views/missing-entry.ts'
import { overview } from '../views/overview.ts'
import { pathPicture } from '../views/path-picture.ts'
import { pathsCsv, pathsJson, pathsPage } from '../views/paths-page.ts'
import { peopleList, personPage } from '../views/people-pages.ts'
import { portfolioCsv, portfolioPage } from '../views/portfolio-page.ts'
import { scenarioPage, scenariosJson, scenariosList } from '../views/scenario-pages.ts'
import { searchPage } from '../views/search-page.ts'
import { signalsCsv, signalsJson, signalsPage } from '../views/signals-page.ts'
import { sitemap } from '../views/sitemap.ts'
import { sourcePage, sourcesList } from '../views/source-pages.ts'
import { strategiesList } from '../views/strategies-list.ts'
import { strategyPage } from '../views/strategy-page.ts'
import { mergedTagPath, tagJson, tagPage } from '../views/tag-page.ts'
import { bind } from './bind.ts'

const drawPicture = (deps: Deps, svg: string, width: number) => renderPng(deps.env.dataDir, svg, width)

/** The published atlas: what readers see, signed in or not. */
export const atlasServices = (deps: Deps) =>
  bind(deps, {
    boardCsv,
    boardJson,
    boardGrid,
    boardPage,
    citation,
    commitmentsCsv,
    commitmentsJson,
    commitmentsPage,
    conceptPage,
    conceptsList,
    embedText,
    entryCard,
    entryLinkedData,
    entryMarkdown,
    feed,
    identityAnswer,
    identityGroup,
    identityPage,
    heldTogetherCsv,
    heldTogetherJson,
    heldTogetherPage,
    leverJson,
    leverPage,
    leversJson,
    leversList,
    axesCsv,
    axesPage,
    compareCsv,
    compareStrategies,
    densityMap,
    drawPicture,
    mapCsv,
    mapPage,
    portfolioCsv,
    portfolioPage,
    matrixCsv,
    matrixPage,
    missingEntry,
    nearestLevers,
    overview,
    pathPicture,
    pathsCsv,
    pathsJson,
    pathsPage,
    peopleList,
    personPage,
    scenarioPage,
    scenariosJson,
    scenariosList,
    searchPage,
    signalsCsv,
    signalsJson,
    signalsPage,
    sitemap,
    sourcePage,
    sourcesList,
    strategiesList,
    strategyPage,
    tagJson,
    mergedTagPath,
    tagPage,
    withdrawnEntry,
  })
