import type { IndexedEntry } from './atlas-index.ts'
import { isPageNumber } from './read-choices.ts'
import type { Facet } from './strategy-facets.ts'

export const sorts = [
  { id: 'title', label: 'A–Z' },
  { id: 'people', label: 'Most people' },
  { id: 'conflicts', label: 'Most conflicts' },
  { id: 'openThreads', label: 'Most argued now' },
  { id: 'publishedAt', label: 'Published last' },
] as const
export type Sort = (typeof sorts)[number]['id']

export interface Filters {
  q: string
  sort: Sort
  /** Chosen value by facet; a facet without a choice is absent. */
  chosen: Record<string, string>
  /** Page of the list, as the address has it. */
  page?: string
  /** What the address asks for and nobody can answer. */
  dropped: { name: string; value: string }[]
}

const longestSearch = 100

/** At most so many values of a facet that grows with the atlas are offered. */
const mostOffered = 60

/** Reads filters out of an address. What is not understood is left out and named, never an error. */
export function readFilters(query: URLSearchParams, facets: readonly Facet[]): Filters {
  const filters: Filters = { q: '', sort: 'title', chosen: {}, dropped: [] }
  for (const [name, value] of query) {
    if (value === '' || name === '_data') continue
    const facet = facets.find(({ id }) => id === name)
    // A plus sign that somebody typed into an address arrives as a space.
    const wanted = name === 'pull' && value === ' ' ? '+' : value
    const sort = name === 'sort' ? sorts.find(({ id }) => id === value) : undefined
    if (name === 'q') filters.q = value.trim().slice(0, longestSearch)
    else if (sort) filters.sort = sort.id
    else if (name === 'page' && isPageNumber(value)) filters.page = value
    else if (facet?.options.some(({ id }) => id === wanted)) filters.chosen[name] = wanted
    else filters.dropped.push({ name: facet?.label ?? name.slice(0, 40), value: value.slice(0, 40) })
  }
  return filters
}

/** The address of a list with these filters, on its first page unless `page` says another. */
export function filtersHref(path: string, filters: Pick<Filters, 'q' | 'sort' | 'chosen'>, page?: string): string {
  const { q, sort, chosen } = filters
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  for (const [id, value] of Object.entries(chosen)) query.set(id, value)
  if (sort !== 'title') query.set('sort', sort)
  if (page) query.set('page', page)
  return query.size > 0 ? `${path}?${query}` : path
}

interface Filtered {
  /** Entries that pass everything. */
  passed: IndexedEntry[]
  /** By facet: how many entries each value would leave if it were chosen beside the other choices. */
  counts: Map<string, Map<string, number>>
}

/** Puts every entry against the search and the choices once, and counts what each other choice would leave. */
export function filterEntries(
  all: readonly IndexedEntry[],
  { q, chosen }: Filters,
  facets: readonly Facet[],
): Filtered {
  const wanted = q.toLowerCase()
  const active = facets.filter(({ id }) => chosen[id] !== undefined)
  const counts = new Map(facets.map(({ id }) => [id, new Map<string, number>()]))
  const passed: IndexedEntry[] = []
  for (const entry of all) {
    if (!entry.title.toLowerCase().includes(wanted)) continue
    const failed = active.filter((facet) => !facet.valuesOf(entry).includes(chosen[facet.id] ?? ''))
    if (failed.length === 0) passed.push(entry)
    if (failed.length > 1) continue
    // What fails one facet alone is still among what that facet's other values would leave.
    for (const facet of failed.length === 1 ? failed : facets) {
      const count = counts.get(facet.id)
      for (const value of facet.valuesOf(entry)) count?.set(value, (count.get(value) ?? 0) + 1)
    }
  }
  return { passed, counts }
}

/** The options of a facet with their counts; of one that grows with the atlas only those that lead somewhere. */
export function offered({ options, open }: Facet, counts: ReadonlyMap<string, number>, chosen: string) {
  const counted = options.map((option) => ({ ...option, count: counts.get(option.id) ?? 0 }))
  if (!open) return { options: counted, more: 0 }
  const some = counted.filter(({ id, count }) => count > 0 || id === chosen)
  const kept = new Set(
    [...some]
      .sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen) || b.count - a.count)
      .slice(0, mostOffered)
      .map(({ id }) => id),
  )
  return { options: some.filter(({ id }) => kept.has(id)), more: some.length - kept.size }
}
