import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { isPast } from '../../domain/publishing/shelf-life.ts'
import { excerpt } from '../../domain/text/excerpt.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { argument } from './contested.ts'
import { pageOf } from './paging.ts'
import { peopleOn } from './people-on.ts'
import { readableAtlas } from './readable-atlas.ts'
import { strategyFacets } from './strategy-facets.ts'
import type { Filters, Sort } from './strategy-filters.ts'
import { filterEntries, filtersHref, offered, readFilters, sorts } from './strategy-filters.ts'

/** What a list says of one strategy. */
export interface StrategyRow {
  slug: string
  title: string
  lever: string
  actsOn: string
  bet: string
  people: number
  conflicts: number
  complements: number
  openThreads: number
  /** domain/support [S6]. */
  contested: boolean
  /** publishing SPEC [P23]. */
  expired: boolean
}

const path = '/strategies'

const onPage = 100

/** Characters of a bet in the list: two sentences. */
const longestBet = 320

/**
 * Published strategies that pass the filters of an address, a page of them, with how many would pass each other choice.
 *
 * @param search as in `location.search`.
 */
export async function strategiesList(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { openThreads, contested } = await argument(deps, index)
  const all = index.byKind('strategy')
  const facets = strategyFacets(index, contested)
  const asked = new URLSearchParams(search)
  const tag = asked.get('tag')
  if (tag) asked.set('tag', index.currentTag(tag))
  const filters = readFilters(asked, facets)
  const { passed, counts } = filterEntries(all, filters, facets)
  const sorted = passed
    .map((entry) => ({ entry, row: strategyRow(index, entry, openThreads, contested, deps.now()) }))
    .sort((a, b) => inOrder(filters.sort, a, b))
    .map(({ row }) => row)
  return {
    all: all.length,
    ...pageOf(sorted, filters.page, onPage, (page) => filtersHref(path, filters, page)),
    q: filters.q,
    sort: filters.sort,
    sorts,
    dropped: filters.dropped,
    facets: facets.map((facet) => {
      const chosen = filters.chosen[facet.id] ?? ''
      return { id: facet.id, label: facet.label, chosen, ...offered(facet, counts.get(facet.id) ?? new Map(), chosen) }
    }),
    chips: activeFilters(filters, facets),
  }
}

export type StrategiesList = Awaited<ReturnType<typeof strategiesList>>

function strategyRow(
  index: AtlasIndex,
  entry: IndexedEntry,
  openThreads: ReadonlyMap<string, number>,
  contested: ReadonlySet<string>,
  now: number,
): StrategyRow {
  const { levers, axes } = index.vocabulary
  const relations = index.relationsOf(entry.slug)
  const actsOn = axes.find(({ id }) => id === 'acts-on')?.values ?? []
  return {
    slug: entry.slug,
    title: entry.title,
    lever: levers.find(({ id }) => id === textField(entry.content, 'lever'))?.name ?? '',
    actsOn: actsOn.find(({ id }) => id === textField(entry.content, 'acts-on'))?.name ?? '',
    bet: excerpt(plainText(entry.content.sections.bet ?? []), longestBet),
    people: peopleOn(index, entry.slug).total,
    conflicts: relations.filter(({ kind }) => kind === 'conflict').length,
    complements: relations.filter(({ kind }) => kind === 'complement').length,
    openThreads: openThreads.get(entry.entryId) ?? 0,
    contested: contested.has(entry.slug),
    expired: isPast(entry.expiresAt, now),
  }
}

interface Sorted {
  entry: IndexedEntry
  row: StrategyRow
}

/** Rows come by title; the sort is stable, so equal numbers stay so. */
function inOrder(sort: Sort, a: Sorted, b: Sorted): number {
  if (sort === 'title') return 0
  return sort === 'publishedAt' ? b.entry.publishedAt - a.entry.publishedAt : b.row[sort] - a.row[sort]
}

/** Each active filter with the address of the list without it. */
function activeFilters(filters: Filters, facets: ReturnType<typeof strategyFacets>) {
  const { q, chosen } = filters
  const chips = facets.flatMap(({ id, label, options }) => {
    const value = options.find((option) => option.id === chosen[id])
    if (!value) return []
    const { [id]: _gone, ...rest } = chosen
    return [{ id, label, value: value.label, without: filtersHref(path, { ...filters, chosen: rest }) }]
  })
  if (!q) return chips
  return [{ id: 'q', label: 'Title', value: q, without: filtersHref(path, { ...filters, q: '' }) }, ...chips]
}
