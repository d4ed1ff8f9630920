import type { Lever, Side } from '../entries/vocabulary.ts'
import type { RelatedPair } from '../relations/relate-pairs.ts'

/** What an audit needs to know of a strategy. Missing coordinates are empty. */
export interface Holding {
  slug: string
  /** Id of a lever; empty, or not in the vocabulary, where it pulls none. */
  lever: string
  /** `+`, `-` or `neutral`. */
  pull: string
  /** Value by id of the axis. */
  coordinates: Readonly<Record<SpreadAxis, string>>
  /** Says what binds next once it has worked. */
  hasSuccessor: boolean
  hasSignal: boolean
}

export interface Member extends Holding {
  /** Above zero. */
  weight: number
}

export const spreadAxes = ['coercion', 'time-horizon', 'actor-in-control', 'legitimacy-source'] as const
export type SpreadAxis = (typeof spreadAxes)[number]

export interface PortfolioInput {
  members: readonly Member[]
  /** Every strategy of the atlas, members included: where additions come from. */
  all: readonly Holding[]
  pairs: readonly RelatedPair[]
  levers: readonly Pick<Lever, 'id' | 'side'>[]
  /** Values of each axis, in reading order. */
  values: Readonly<Record<SpreadAxis, readonly string[]>>
}

export function bySlug(a: { slug: string }, b: { slug: string }): number {
  return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0
}

export function weightOf(members: readonly Member[]): number {
  return members.reduce((sum, { weight }) => sum + weight, 0)
}

export function slugsOf(members: readonly Holding[]): string[] {
  return members.map(({ slug }) => slug)
}

/** The pairs with both sides among the members, by their slugs. */
export function pairsAmong(members: readonly Holding[], pairs: readonly RelatedPair[]): RelatedPair[] {
  const slugs = new Set(slugsOf(members))
  return pairs
    .filter(({ a, b }) => slugs.has(a) && slugs.has(b))
    .sort((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1))
}

export type SideOrNone = Side | 'none'
