import type { Viewer } from '../../domain/access/viewer.ts'
import type { HeldPair, HeldTogether } from '../../domain/held-together/held-together.ts'
import { endorsements, fewHolders, fewPeople, heldTogether } from '../../domain/held-together/held-together.ts'
import { csv } from '../../domain/text/csv.ts'
import type { Deps } from '../deps.ts'
import type { AtlasIndex } from './atlas-index.ts'
import { pageOf } from './paging.ts'
import { choicesHref, isPageNumber, readChoices } from './read-choices.ts'
import { readableAtlas } from './readable-atlas.ts'
import { strategyRef } from './strategy-ref.ts'
import { viewJson } from './view-json.ts'

/** So many pairs stand in one table. */
const rowsOnPage = 100
/** So many pairs are drawn. */
const mostDrawn = 20
/** So many people are named beside a pair. */
const mostNamed = 5

const relations = ['conflict', 'complement', 'twin', 'none'] as const
export type HeldRelation = (typeof relations)[number]

/**
 * Pairs of strategies that the same people endorse, against what the entries say about each other.
 *
 * @param search as in `location.search`: `relation`, `page`.
 */
export async function heldTogetherPage(deps: Deps, viewer: Viewer | null, search: string) {
  const index = await readableAtlas(deps, viewer)
  const { chosen, dropped } = readChoices(search, {
    relation: (value) => (relations as readonly string[]).includes(value),
    page: isPageNumber,
  })
  const { people, several, strategies, held, never, judged, unjudged } = found(index)
  const rows = held.filter((pair) => !chosen.relation || relationOf(pair) === chosen.relation)
  const shown = pageOf(rows, chosen.page, rowsOnPage, (page) => choicesHref('/held-together', { ...chosen, page }))
  return {
    dropped,
    few: fewPeople,
    conclusive: several >= fewHolders,
    people,
    several,
    strategies,
    relation: chosen.relation ?? '',
    kinds: relations.map((id) => ({
      id,
      n: held.filter((pair) => relationOf(pair) === id).length,
      href: choicesHref('/held-together', { relation: id }),
    })),
    total: held.length,
    drawn: rows.slice(0, mostDrawn).map((pair) => pairRow(index, pair)),
    held: { ...shown, rows: shown.rows.map((pair) => pairRow(index, pair)) },
    never: {
      total: never.length,
      judged,
      unjudged,
      rows: never.slice(0, rowsOnPage).map((pair) => pairRow(index, pair)),
    },
    csv: '/held-together.csv',
  }
}

export type HeldTogetherPage = Awaited<ReturnType<typeof heldTogetherPage>>
export type HeldRow = HeldTogetherPage['held']['rows'][number]

/** Every pair that is held together, and every complementary one that never is, as comma-separated values. */
export async function heldTogetherCsv(deps: Deps, viewer: Viewer | null): Promise<string> {
  const { held, never } = found(await readableAtlas(deps, viewer))
  return csv(
    ['a', 'b', 'hold_both', 'hold_a', 'hold_b', 'relation', 'mechanism'],
    [...held, ...never].map((pair) => [
      pair.a,
      pair.b,
      pair.both,
      pair.holdA,
      pair.holdB,
      relationOf(pair),
      pair.relation?.mechanism ?? '',
    ]),
  )
}

/** The same pairs as programs read them. */
export async function heldTogetherJson(deps: Deps, viewer: Viewer | null, search: string) {
  const { held, never } = found(await readableAtlas(deps, viewer))
  const rows = [...held, ...never].map((pair) => ({
    a: pair.a,
    b: pair.b,
    both: pair.both,
    holdA: pair.holdA,
    holdB: pair.holdB,
    relation: pair.relation?.kind ?? null,
    mechanism: pair.relation?.mechanism ?? null,
  }))
  return viewJson('/held-together', rows, search)
}

interface Found extends HeldTogether {
  /** People who hold at least one strategy, and more than one. */
  people: number
  several: number
  /** Strategies that at least one person holds. */
  strategies: number
  holders(slug: string): ReadonlySet<string>
}

const known = new WeakMap<AtlasIndex, Found>()

function found(index: AtlasIndex): Found {
  const before = known.get(index)
  if (before) return before
  const slugs = index.byKind('strategy').map(({ slug }) => slug)
  const record = slugs.flatMap((slug) =>
    index.positionsOn(slug).map(({ person, strategy, stance, tentative }) => ({
      person: person.slug,
      strategy,
      stance,
      tentative,
    })),
  )
  const endorsed = endorsements(record, new Set(slugs))
  const counts = new Map<string, number>()
  const holders = new Map<string, Set<string>>()
  for (const { person, strategy } of endorsed) {
    counts.set(person, (counts.get(person) ?? 0) + 1)
    holders.set(strategy, (holders.get(strategy) ?? new Set()).add(person))
  }
  const result: Found = {
    ...heldTogether(endorsed, index.pairs),
    people: counts.size,
    several: [...counts.values()].filter((n) => n > 1).length,
    strategies: holders.size,
    holders: (slug) => holders.get(slug) ?? new Set(),
  }
  known.set(index, result)
  return result
}

function relationOf({ relation }: HeldPair): HeldRelation {
  return relation?.kind ?? 'none'
}

function pairRow(index: AtlasIndex, pair: HeldPair) {
  const { a, b, both, holdA, holdB, relation } = pair
  const ref = (slug: string) => strategyRef(index, slug)
  const { holders } = found(index)
  const common = [...holders(a)].filter((person) => holders(b).has(person)).sort()
  return {
    a: ref(a),
    b: ref(b),
    both,
    holdA,
    holdB,
    either: holdA + holdB - both,
    few: both < fewPeople,
    relation: relationOf(pair),
    mechanism: index.vocabulary.mechanisms.find(({ id }) => id === relation?.mechanism)?.label ?? '',
    people: common.slice(0, mostNamed).map((slug) => ({ slug, name: index.find('person', slug)?.title ?? slug })),
  }
}
