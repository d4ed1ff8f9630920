import { countOpenThreadsByEntry } from '../../db/queries/deliberation.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { plainText } from '../../domain/prose/tree.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { peopleOn } from './people-on.ts'
import { readableAtlas } from './readable-atlas.ts'
import type { Filters, Sort } from './strategy-filters.ts'
import { filtersHref, passes, readFilters, sorts, strategyFacets } from './strategy-filters.ts'

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
}

const path = '/strategies'

/**
 * Published strategies that pass the filters of an address, with how many would pass each other choice.
 *
 * @param search as in `location.search`.
 */
export async function strategiesList(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const openThreads = await countOpenThreadsByEntry(deps.store.read)
  const all = index.byKind('strategy')
  const facets = strategyFacets(index.vocabulary)
  const filters = readFilters(new URLSearchParams(search), facets)
  const rows = all
    .filter((entry) => passes(entry, filters, facets))
    .map((entry) => strategyRow(index, entry, openThreads))
    .sort((a, b) => inOrder(filters.sort, a, b))
  return {
    total: all.length,
    rows,
    q: filters.q,
    sort: filters.sort,
    sorts,
    dropped: filters.dropped,
    facets: facets.map((facet) => {
      const others = all.filter((entry) => passes(entry, filters, facets, facet.id)).map(facet.valueOf)
      return {
        id: facet.id,
        label: facet.label,
        chosen: filters.chosen[facet.id] ?? '',
        options: facet.options.map(({ id, label }) => ({
          id,
          label,
          count: others.filter((value) => value === id).length,
        })),
      }
    }),
    chips: activeFilters(filters, facets),
  }
}

export type StrategiesList = Awaited<ReturnType<typeof strategiesList>>

function strategyRow(index: AtlasIndex, entry: IndexedEntry, openThreads: Map<string, number>): StrategyRow {
  const { levers, axes } = index.vocabulary
  const relations = index.relationsOf(entry.slug)
  const actsOn = axes.find(({ id }) => id === 'acts-on')?.values ?? []
  return {
    slug: entry.slug,
    title: entry.title,
    lever: levers.find(({ id }) => id === textField(entry.content, 'lever'))?.name ?? '',
    actsOn: actsOn.find(({ id }) => id === textField(entry.content, 'acts-on'))?.name ?? '',
    bet: plainText(entry.content.sections.bet ?? []),
    people: peopleOn(index, entry.slug).total,
    conflicts: relations.filter(({ kind }) => kind === 'conflict').length,
    complements: relations.filter(({ kind }) => kind === 'complement').length,
    openThreads: openThreads.get(entry.entryId) ?? 0,
  }
}

/** Rows come by title; the sort is stable, so equal numbers stay so. */
function inOrder(sort: Sort, a: StrategyRow, b: StrategyRow): number {
  return sort === 'title' ? 0 : b[sort] - a[sort]
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
