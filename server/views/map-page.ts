import type { Viewer } from '../../domain/access/viewer.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex, IndexedRelation } from './atlas-index.ts'
import { pickStrategies, suggestedTitles } from './picked-strategies.ts'
import { choicesHref } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'

/** A picture of more than 25 names cannot be read; the one in the middle counts. */
const mostAround = 24
/** So many rows stand in the table under the picture; the list of the matrix has all. */
const mostListed = 200

const ranks = { both: 0, own: 1, other: 2, derived: 3 } as const
const says = {
  both: 'Declared by both',
  own: 'Declared here',
  other: 'Declared there',
  derived: 'Derived: one lever, one pull',
} as const

/** @param search as in `location.search`: `s` or `add` names one strategy. */
export async function mapPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const query = new URLSearchParams(search)
  const { strategies, unknown } = pickStrategies(index, query, 1)
  const [ego] = strategies
  // A page for pictures begins with one: where none is asked for, that of the strategy most people are on record for.
  const shown = ego ?? (unknown.length === 0 ? mostHeld(index) : undefined)
  return {
    unknown,
    titles: suggestedTitles(index),
    address: query.has('add') && ego ? `/map?s=${ego.slug}` : null,
    /** Whether the strategy in the middle was asked for. */
    chosen: ego !== undefined,
    ego: shown ? egoGraph(index, shown) : null,
    suggested: ego ? [] : busiest(index),
  }
}

export type MapPage = Awaited<ReturnType<typeof mapPage>>
export type EgoGraph = NonNullable<MapPage['ego']>

/** The relations of one strategy, all of them, as comma-separated values. */
export async function mapCsv(deps: Deps, viewer: Viewer | null, search: string): Promise<string> {
  const index = await readableAtlas(deps, viewer)
  const { strategies } = pickStrategies(index, new URLSearchParams(search), 1)
  const relations = strategies.flatMap(({ slug }) => ranked(index.relationsOf(slug)))
  return csv(
    ['strategy', 'title', 'kind', 'mechanism', 'declared'],
    relations.map(({ entry, kind, mechanism, declared }) => [entry.slug, entry.title, kind, mechanism.id, declared]),
  )
}

function egoGraph(index: AtlasIndex, { slug, title }: { slug: string; title: string }) {
  const relations = ranked(index.relationsOf(slug))
  return {
    slug,
    title,
    total: relations.length,
    more: Math.max(0, relations.length - mostAround),
    csv: choicesHref('/map.csv', { s: slug }),
    around: relations.slice(0, mostAround).map(({ entry, kind }) => ({ slug: entry.slug, title: entry.title, kind })),
    unlisted: Math.max(0, relations.length - mostListed),
    rows: relations.slice(0, mostListed).map(({ entry, kind, mechanism, declared, rationales }) => ({
      slug: entry.slug,
      title: entry.title,
      kind,
      mechanism: mechanism.label,
      gloss: mechanism.gloss,
      declared: says[declared],
      reasons: rationales.length,
    })),
  }
}

/** What both sides say before what one says, before what is only derived; in each, conflicts first, then by title. */
function ranked(relations: readonly IndexedRelation[]): IndexedRelation[] {
  return [...relations].sort((x, y) => ranks[x.declared] - ranks[y.declared])
}

function mostHeld(index: AtlasIndex) {
  const people = (slug: string) => index.positionsOn(slug).length
  return [...index.byKind('strategy')].sort((x, y) => people(y.slug) - people(x.slug))[0]
}

function busiest(index: AtlasIndex) {
  return index
    .byKind('strategy')
    .map(({ slug, title }) => ({ slug, title, n: index.relationsOf(slug).length }))
    .sort((x, y) => y.n - x.n)
    .slice(0, 8)
}
