import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { pageOf } from './paging.ts'
import { pairOf } from './pair-lookup.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import { relationCell } from './relation-cell.ts'
import { filteredPairs, pairRow, pairsCsv, pairsOnPage } from './relation-list.ts'
import type { RelationStandings } from './relation-standing.ts'
import { relationStandings } from './relation-standing.ts'
import type { LeverGroup } from './strategy-order.ts'
import { byLever } from './strategy-order.ts'

/** At most so many rows, and so many columns: what a reader can scan and a browser can draw. */
const mostInMatrix = 80

/** One letter per column: x conflict, + complement, = twin, . none, o the strategy itself. */
const letters = { conflict: 'x', complement: '+', twin: '=' } as const

export interface MatrixGroup {
  id: string
  name: string
  strategies: { slug: string; title: string }[]
}

/**
 * Every strategy against every other, grouped by lever; or the same pairs as a list.
 *
 * @param search as in `location.search`: `kind`, `mechanism`, `lever` (rows), `across` (columns), `cell`, `view`, `page`.
 */
export async function matrixPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { chosen, dropped } = readMatrix(index, search)
  const standings = await relationStandings(deps, index)
  const list = chosen.view === 'list' ? pairList(index, standings, chosen) : null
  return {
    chosen,
    dropped,
    counts: pairCounts(index),
    kinds: kindOptions(index),
    levers: byLever(index).map(({ id, name }) => ({ id, name })),
    mechanisms: index.vocabulary.mechanisms.map(({ id, label }) => ({ id, label })),
    cell: chosen.cell ? relationCell(index, standings, chosen.cell) : null,
    csv: choicesHref('/matrix.csv', { kind: chosen.kind, mechanism: chosen.mechanism, lever: chosen.lever }),
    list,
    grid: list ? null : matrixGrid(index, chosen),
  }
}

export type MatrixPage = Awaited<ReturnType<typeof matrixPage>>

/** The pairs that a filtered matrix or list shows, as comma-separated values. */
export async function matrixCsv(deps: Deps, viewer: Viewer | null, search: string): Promise<Iterable<string>> {
  const index = await readableAtlas(deps, viewer)
  return pairsCsv(index, await relationStandings(deps, index), filteredPairs(index, readMatrix(index, search).chosen))
}

function readMatrix(index: AtlasIndex, search: string) {
  const { levers, mechanisms } = index.vocabulary
  const isLever = (value: string) => levers.some(({ id }) => id === value)
  return readChoices(search, {
    view: (value) => value === 'list',
    kind: (value) => value in letters,
    mechanism: (value) => mechanisms.some(({ id }) => id === value),
    lever: isLever,
    across: isLever,
    cell: (value) => /^[a-z0-9-]{1,80}~[a-z0-9-]{1,80}$/.test(value),
    page: isPageNumber,
  })
}

type Chosen = ReturnType<typeof readMatrix>['chosen']

function pairCounts(index: AtlasIndex) {
  const strategies = index.byKind('strategy').length
  const total = (strategies * (strategies - 1)) / 2
  return { strategies, pairs: total, related: index.pairs.length, unrelated: total - index.pairs.length }
}

function kindOptions(index: AtlasIndex) {
  const words = { conflict: 'Conflicts', complement: 'Complements', twin: 'Twins' } as const
  return (['conflict', 'complement', 'twin'] as const).map((id) => ({
    id,
    label: words[id],
    count: index.pairs.filter(({ kind }) => kind === id).length,
  }))
}

function pairList(index: AtlasIndex, standings: RelationStandings, chosen: Chosen) {
  const pairs = filteredPairs(index, chosen)
  const { rows, ...page } = pageOf(pairs, chosen.page, pairsOnPage, (n) =>
    choicesHref('/matrix', { ...chosen, cell: undefined, page: n }),
  )
  return { ...page, rows: rows.map((pair) => pairRow(index, standings, pair)) }
}

function matrixGrid(index: AtlasIndex, { kind, lever, across }: Chosen) {
  const groups = byLever(index)
  const rows = window(groups.filter(({ id }) => !lever || id === lever))
  const columns = window(groups.filter(({ id }) => !across || id === across))
  const across_ = columns.groups.flatMap(({ strategies }) => strategies)
  return {
    /** How many of how many rows and columns are drawn. */
    shown: { rows: rows.shown, ofRows: rows.total, columns: columns.shown, ofColumns: columns.total },
    columns: columns.groups.map(named),
    rows: rows.groups.map((group) => ({
      ...named(group),
      cells: group.strategies.map((row) => across_.map((column) => letter(index, row, column, kind)).join('')),
    })),
  }
}

function window(groups: readonly LeverGroup[]) {
  let left = mostInMatrix
  const shown: LeverGroup[] = []
  for (const group of groups) {
    if (left === 0) break
    const strategies = group.strategies.slice(0, left)
    left -= strategies.length
    shown.push({ ...group, strategies })
  }
  const total = groups.reduce((sum, { strategies }) => sum + strategies.length, 0)
  return { groups: shown, shown: mostInMatrix - left, total }
}

function named({ id, name, strategies }: LeverGroup): MatrixGroup {
  return { id, name, strategies: strategies.map(({ slug, title }) => ({ slug, title })) }
}

function letter(index: AtlasIndex, row: IndexedEntry, column: IndexedEntry, kind: string | undefined): string {
  if (row === column) return 'o'
  const pair = pairOf(index, row.slug, column.slug)
  return pair && (!kind || pair.kind === kind) ? letters[pair.kind] : '.'
}
