import type { Viewer } from '../../domain/access/viewer.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { contradictions } from '../../domain/portfolio/pairs.ts'
import { isBlank } from '../../domain/prose/tree.ts'
import { nearestSlugs } from '../../domain/text/nearest.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { arguedOn } from './argued-on.ts'
import type { AtlasIndex, IndexedEntry } from './atlas-index.ts'
import { atlasIndex } from './atlas-index.ts'
import { betsOf } from './bets.ts'
import type { LeverRow } from './lever-field.ts'
import { leverField } from './lever-field.ts'
import { holdingOf } from './portfolio-page.ts'
import { readableAtlas } from './readable-atlas.ts'
import { strategyRef } from './strategy-ref.ts'
import { viewJson } from './view-json.ts'

/** So many bets stand on one side of a lever's page; the rest is one link away. */
const mostBets = 30
/** So many contradictions are listed; the count says how many there are. */
const mostClashes = 60
/** About so many strategies it is looked up what is argued. */
const mostAsked = 2000
/** So many people are named on one side. */
const mostPeople = 8

/** Every lever by the side of the transition it works on, with what stands around it. */
export async function leversList(deps: Deps, viewer: Viewer | null) {
  const index = await readableAtlas(deps, viewer)
  const all = index.byKind('strategy')
  const argued = await arguedOn(
    deps,
    viewer,
    all.slice(0, mostAsked).map(({ entryId }) => entryId),
  )
  const rows = leverField(index).map((lever) => {
    const own = pulling(index, lever.id)
    return {
      ...lever,
      clashes: clashesOf(own, index).length,
      withSignal: own.filter(({ content }) => !isBlank(content.sections.falsification)).length,
      people: peopleHolding(index, own).length,
      argued: own.reduce((sum, { entryId }) => sum + argued(entryId).length, 0),
    }
  })
  return {
    total: rows.length,
    sides: (['ai-side', 'world-side', 'mixed'] as const).map((side) => ({
      side,
      levers: rows.filter((lever) => lever.side === side),
    })),
  }
}

export type LeversList = Awaited<ReturnType<typeof leversList>>

/**
 * One lever: the bets on each side of it, what contradicts what, who holds which side, what is argued.
 *
 * @throws AppError `not-found` naming the levers that exist.
 */
export async function leverPage(deps: Deps, viewer: Viewer | null, id: string) {
  const index = await readableAtlas(deps, viewer)
  const lever = leverOf(index, id)
  const own = pulling(index, id)
  const bets = new Map(
    (
      await betsOf(
        deps,
        viewer,
        index,
        lever.pulls.flatMap((side) => shownOn(own, side.pull)),
      )
    ).map((bet) => [bet.slug, bet]),
  )
  const pulls = lever.pulls.map(({ pull, words, href, strategies }) => {
    const side = own.filter(({ content }) => textField(content, 'pull') === pull)
    const people = peopleHolding(index, side)
    return {
      pull,
      words,
      href,
      total: strategies.length,
      bets: shownOn(own, pull).flatMap(({ slug }) => bets.get(slug) ?? []),
      people: { total: people.length, shown: people.slice(0, mostPeople) },
    }
  })
  const argued = await arguedOn(
    deps,
    viewer,
    own.slice(0, mostAsked).map(({ entryId }) => entryId),
  )
  const clashes = clashesOf(own, index)
  const minus = new Set(peopleHolding(index, own.filter(isPulled('-'))).map(({ slug }) => slug))
  return {
    id,
    name: lever.name,
    description: lever.description,
    side: lever.side,
    note: lever.note,
    total: lever.total,
    pulls,
    clashes: {
      total: clashes.length,
      undeclared: clashes.filter(({ mechanism }) => mechanism === null).length,
      shown: clashes.slice(0, mostClashes).map((clash) => clashRow(index, clash)),
    },
    bothWays: peopleHolding(index, own.filter(isPulled('+'))).filter(({ slug }) => minus.has(slug)),
    argued: own.slice(0, mostAsked).reduce((sum, { entryId }) => sum + argued(entryId).length, 0),
  }
}

export type LeverPage = Awaited<ReturnType<typeof leverPage>>

/** Every lever with what stands around it, as programs read it. */
export async function leversJson(deps: Deps, viewer: Viewer | null, search: string) {
  const { sides } = await leversList(deps, viewer)
  const rows = sides
    .flatMap(({ levers }) => levers)
    .map(({ id, name, description, side, pulls, clashes, withSignal, people, argued }) => ({
      kind: 'lever',
      id,
      name,
      description,
      side,
      pulls: pulls.map(({ pull, strategies }) => ({ pull, strategies: strategies.length })),
      contradictions: clashes,
      withSignal,
      people,
      argued,
      links: { page: `/levers/${id}`, json: `/levers/${id}.json` },
    }))
  return viewJson('/levers', rows, search)
}

/** A lever as programs read it. */
export async function leverJson(deps: Deps, viewer: Viewer | null, id: string) {
  const index = await readableAtlas(deps, viewer)
  const { name, description, side, pulls } = leverOf(index, id)
  return {
    kind: 'lever',
    id,
    name,
    description,
    side,
    pulls: pulls.map(({ pull, strategies }) => ({ pull, strategies: strategies.map(({ slug }) => slug) })),
    contradictions: clashesOf(pulling(index, id), index).map(({ a, b, mechanism }) => ({ a, b, mechanism })),
    links: { page: `/levers/${id}` },
  }
}

/** Levers that somebody may have meant who asked for one that is not there. */
export async function nearestLevers(deps: Deps, id: string): Promise<{ title: string; href: string }[]> {
  const levers = leverField(await atlasIndex(deps))
  const near = nearestSlugs(
    id,
    levers.map((lever) => lever.id),
  )
  return near.map((one) => ({ title: levers.find((lever) => lever.id === one)?.name ?? one, href: `/levers/${one}` }))
}

function leverOf(index: AtlasIndex, id: string): LeverRow {
  const levers = leverField(index)
  const lever = levers.find((one) => one.id === id)
  if (lever) return lever
  throw new AppError(
    'not-found',
    `There is no such lever. The levers are ${levers.map(({ name }) => name).join(', ')}.`,
  )
}

function pulling(index: AtlasIndex, lever: string): IndexedEntry[] {
  return index.byKind('strategy').filter(({ content }) => textField(content, 'lever') === lever)
}

const isPulled =
  (pull: string) =>
  ({ content }: IndexedEntry) =>
    textField(content, 'pull') === pull

function shownOn(strategies: readonly IndexedEntry[], pull: string): IndexedEntry[] {
  return strategies.filter(isPulled(pull)).slice(0, mostBets)
}

/** As an audit of all strategies on one lever finds them (domain/portfolio [A3]). */
function clashesOf(strategies: readonly IndexedEntry[], index: AtlasIndex) {
  const members = strategies.map((entry) => ({ ...holdingOf(entry), weight: 1 }))
  return contradictions(members, index.pairs)
}

function clashRow(index: AtlasIndex, { a, b, mechanism }: ReturnType<typeof clashesOf>[number]) {
  const ref = (slug: string) => strategyRef(index, slug)
  return {
    a: ref(a),
    b: ref(b),
    mechanism: index.vocabulary.mechanisms.find(({ id }) => id === mechanism)?.label ?? null,
  }
}

/** People on the record as endorsing at least one of these, once each: profiled people first, then by name. */
function peopleHolding(index: AtlasIndex, strategies: readonly IndexedEntry[]) {
  const holding = strategies.flatMap(({ slug }) =>
    index.positionsOn(slug).filter(({ stance }) => stance === 'endorses'),
  )
  const people = [...new Map(holding.map((one) => [one.person.slug, one])).values()]
  return people
    .sort((x, y) => Number(y.profiled) - Number(x.profiled) || (x.person.title < y.person.title ? -1 : 1))
    .map(({ person }) => ({ slug: person.slug, name: person.title }))
}
