import { textField } from '../../domain/entries/field-values.ts'
import { axisIds, fieldDef } from '../../domain/entries/kinds.ts'
import { pullOptions } from '../../domain/entries/options.ts'
import type { Vocabulary } from '../../domain/entries/vocabulary.ts'
import { isBlank } from '../../domain/prose/tree.ts'
import type { IndexedEntry } from './atlas-index.ts'

/** Something strategies can be filtered by; each has one value. */
export interface Facet {
  id: string
  label: string
  options: readonly { id: string; label: string }[]
  valueOf(entry: IndexedEntry): string
}

export const sorts = [
  { id: 'title', label: 'A–Z' },
  { id: 'people', label: 'Most people' },
  { id: 'conflicts', label: 'Most conflicts' },
] as const
export type Sort = (typeof sorts)[number]['id']

export interface Filters {
  q: string
  sort: Sort
  /** Chosen value by facet; a facet without a choice is absent. */
  chosen: Record<string, string>
  /** What the address asks for and nobody can answer. */
  dropped: { name: string; value: string }[]
}

const longestSearch = 100

/** The facets of a strategy, with options as the vocabulary has them. */
export function strategyFacets({ levers, axes }: Vocabulary): Facet[] {
  const field = (id: string) => (entry: IndexedEntry) => textField(entry.content, id)
  const written = (section: string) => (entry: IndexedEntry) =>
    isBlank(entry.content.sections[section]) ? 'no' : 'yes'
  const named = (words: readonly { id: string; name: string }[]) => words.map(({ id, name }) => ({ id, label: name }))
  return [
    { id: 'lever', label: 'Lever', options: named(levers), valueOf: field('lever') },
    { id: 'pull', label: 'Pull', options: pullOptions, valueOf: field('pull') },
    ...axisIds.flatMap((id) => {
      const axis = axes.find((one) => one.id === id)
      return axis
        ? [{ id, label: fieldDef('strategy', id)?.label ?? axis.name, options: named(axis.values), valueOf: field(id) }]
        : []
    }),
    { id: 'signal', label: 'Falsification signal', options: present, valueOf: written('falsification') },
    { id: 'threshold', label: 'Threshold', options: present, valueOf: written('threshold') },
  ]
}

const present = [
  { id: 'yes', label: 'Written' },
  { id: 'no', label: 'Not written yet' },
]

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
    else if (facet?.options.some(({ id }) => id === wanted)) filters.chosen[name] = wanted
    else filters.dropped.push({ name: facet?.label ?? name.slice(0, 40), value: value.slice(0, 40) })
  }
  return filters
}

/** The address of a list with these filters. */
export function filtersHref(path: string, { q, sort, chosen }: Omit<Filters, 'dropped'>): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  for (const [id, value] of Object.entries(chosen)) query.set(id, value)
  if (sort !== 'title') query.set('sort', sort)
  return query.size > 0 ? `${path}?${query}` : path
}

/** Does an entry pass the search and every chosen facet, but for `except`? */
export function passes(
  entry: IndexedEntry,
  { q, chosen }: Filters,
  facets: readonly Facet[],
  except?: string,
): boolean {
  if (!entry.title.toLowerCase().includes(q.toLowerCase())) return false
  return facets.every((facet) => {
    const wanted = chosen[facet.id]
    return wanted === undefined || facet.id === except || facet.valueOf(entry) === wanted
  })
}
