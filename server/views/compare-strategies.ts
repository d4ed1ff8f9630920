import type { Viewer } from '../../domain/access/viewer.ts'
import { setField, textField } from '../../domain/entries/field-values.ts'
import { axisIds, fieldDef, sectionDef } from '../../domain/entries/kinds.ts'
import { plainText } from '../../domain/prose/tree.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { peopleOn } from './people-on.ts'
import { pickStrategies, suggestedTitles } from './picked-strategies.ts'
import { pullWords } from './pull-words.ts'
import { choicesHref } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import type { RelationCell } from './relation-cell.ts'
import { relationCell } from './relation-cell.ts'
import { relationStandings } from './relation-standing.ts'

const most = 4
/** So many people are named; a count says how many there are. */
const mostPeople = 24
const suggestions = 6

export interface CompareRow {
  id: string
  label: string
  /** One value for each strategy; empty where nothing is written. */
  values: string[]
  same: boolean
}

/**
 * Two to four strategies side by side.
 *
 * @param search as in `location.search`: `s` as slugs with commas, `add` one more, `only=differences`.
 */
export async function compareStrategies(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const query = new URLSearchParams(search)
  const { strategies, unknown, left } = pickStrategies(index, query, most)
  const only = query.get('only') === 'differences'
  const href = (entries: readonly IndexedEntry[]) =>
    choicesHref('/compare', { s: entries.map(({ slug }) => slug).join(','), only: only ? 'differences' : undefined })
  const standings = await relationStandings(deps, index)
  const rows = strategies.length > 1 ? compareRows(index, strategies) : []
  return {
    most,
    left,
    unknown,
    only,
    address: query.has('add') ? href(strategies) : null,
    toggle: choicesHref('/compare', {
      s: strategies.map(({ slug }) => slug).join(','),
      only: only ? undefined : 'differences',
    }),
    csv: choicesHref('/compare.csv', { s: strategies.map(({ slug }) => slug).join(',') }),
    titles: suggestedTitles(index),
    strategies: strategies.map((entry) => ({
      slug: entry.slug,
      title: entry.title,
      without: href(strategies.filter((one) => one !== entry)),
    })),
    same: rows.filter(({ same }) => same).length,
    rows: [...rows.filter(({ same }) => !same), ...(only ? [] : rows.filter(({ same }) => same))],
    relations: pairwise(strategies).map(
      ([a, b]) => relationCell(index, standings, `${a.slug}~${b.slug}`) as RelationCell,
    ),
    people: strategies.length > 1 ? sharedPeople(index, strategies) : null,
    suggested: strategies.length > 1 ? [] : suggested(index),
  }
}

export type CompareStrategies = Awaited<ReturnType<typeof compareStrategies>>

/** The same rows for a spreadsheet. */
export async function compareCsv(deps: Deps, viewer: Viewer | null, search: string): Promise<string> {
  const index = await readableAtlas(deps, viewer)
  const { strategies } = pickStrategies(index, new URLSearchParams(search), most)
  return csv(
    ['row', ...strategies.map(({ slug }) => slug)],
    compareRows(index, strategies).map(({ label, values }) => [label, ...values]),
  )
}

function compareRows(index: AtlasIndex, strategies: readonly IndexedEntry[]): CompareRow[] {
  const { levers, axes } = index.vocabulary
  const row = (id: string, label: string, read: (entry: IndexedEntry) => string): CompareRow => {
    const values = strategies.map(read)
    return { id, label, values, same: values.every((value) => value === values[0]) }
  }
  const leverOf = ({ content }: IndexedEntry) => levers.find(({ id }) => id === textField(content, 'lever'))
  const section = (id: string) =>
    row(id, sectionDef('strategy', id)?.label ?? id, ({ content }) => plainText(content.sections[id] ?? []))
  const count = (kind: string) => (entry: IndexedEntry) =>
    String(index.relationsOf(entry.slug).filter((relation) => relation.kind === kind).length)
  return [
    row('lever', 'Lever', (entry) => leverOf(entry)?.name ?? ''),
    row('pull', 'Pull', (entry) => {
      const lever = leverOf(entry)
      return lever ? pullWords(lever, textField(entry.content, 'pull')) : ''
    }),
    ...axisIds.map((id) =>
      row(id, fieldDef('strategy', id)?.label ?? id, ({ content }) => {
        const value = textField(content, id)
        return axes.find((axis) => axis.id === id)?.values.find((one) => one.id === value)?.name ?? value
      }),
    ),
    section('bet'),
    section('falsification'),
    section('threshold'),
    section('mechanism'),
    section('binds-next'),
    row('scenarios', 'Scenarios it answers', ({ slug }) =>
      index
        .scenariosOf(slug)
        .map(({ title }) => title)
        .join('; '),
    ),
    row('people', 'People on the record', ({ slug }) => String(peopleOn(index, slug).total)),
    row('conflicts', 'Conflicts', count('conflict')),
    row('complements', 'Complements', count('complement')),
    row('twins', 'Twins', count('twin')),
    row('tags', 'Tags', ({ content }) => setField(content, 'tags').join(', ')),
  ]
}

function pairwise<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]))
}

/** People with a position on more than one of the strategies, with their stance on each; and how many are on one. */
function sharedPeople(index: AtlasIndex, strategies: readonly IndexedEntry[]) {
  const stanceName = (id: string) => index.vocabulary.stances.find((stance) => stance.id === id)?.name ?? id
  const on = strategies.map(({ slug }) => new Map(peopleOn(index, slug).people.map((one) => [one.person.slug, one])))
  const names = new Map(on.flatMap((people) => [...people.values()].map(({ person }) => [person.slug, person.title])))
  const rows = [...names].map(([slug, name]) => ({
    slug,
    name,
    stances: on.map((people) => {
      const position = people.get(slug)
      return position ? stanceName(position.stance) : ''
    }),
  }))
  const shared = rows.filter(({ stances }) => stances.filter(Boolean).length > 1)
  return {
    shared: shared.slice(0, mostPeople),
    sharedTotal: shared.length,
    onlyOn: on.map((_, i) => rows.filter(({ stances }) => stances[i] && stances.filter(Boolean).length === 1).length),
  }
}

/**
 * Pairs worth comparing first: conflicts whose two sides most people are on the record for, and no strategy twice, so
 * that one that many hold does not fill the list.
 */
function suggested(index: AtlasIndex) {
  const people = (slug: string) => index.positionsOn(slug).length
  const taken = new Set<string>()
  return index.pairs
    .filter(({ kind }) => kind === 'conflict')
    .map(({ a, b, mechanism }) => ({ a, b, mechanism, weight: people(a) + people(b) }))
    .sort((x, y) => y.weight - x.weight)
    .filter(({ a, b }) => !taken.has(a) && !taken.has(b) && taken.add(a) && taken.add(b))
    .slice(0, suggestions)
    .map(({ a, b, mechanism: id }) => {
      const mechanism = index.vocabulary.mechanisms.find((one) => one.id === id)
      return {
        href: `/compare?s=${a},${b}`,
        a: index.find('strategy', a)?.title ?? a,
        b: index.find('strategy', b)?.title ?? b,
        mechanism: mechanism ? `${mechanism.label}: ${mechanism.gloss}` : id,
      }
    })
}
