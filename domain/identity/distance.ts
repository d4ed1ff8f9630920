import { axisOrder } from '../entries/ordinal-axes.ts'

export type Belief = 'hold' | 'reject'

export interface WorldAnswers {
  /** Chosen value by axis. */
  axes: Readonly<Record<string, string>>
  /** By the key of the assumption: `<slug>~<number>`. */
  beliefs: Readonly<Record<string, Belief>>
}

export interface AxisWords {
  id: string
  values: readonly { id: string }[]
}

export interface Placed {
  slug: string
  title: string
  /** Value by axis; empty where the strategy says none. */
  axes: Readonly<Record<string, string>>
  /** Keys of the assumptions it rests on. */
  assumptions: readonly string[]
}

export interface Distance {
  slug: string
  title: string
  /** From 0 (agrees wherever both say something) to 1. */
  distance: number
  /** Answers it rests on. */
  n: number
  /** Keys of its assumptions that are rejected ([I8]). */
  rejected: string[]
}

/** Below this a distance rests on too little ([I5]). */
export const fewestCompared = 3

/** How far two values of one axis are apart, from 0 to 1 ([I4]). */
export function axisDistance({ id, values }: AxisWords, a: string, b: string): number {
  if (a === b) return 0
  const line = axisOrder(id, values).line.map((value) => value.id)
  const [i, j] = [line.indexOf(a), line.indexOf(b)]
  return i === -1 || j === -1 || line.length < 2 ? 1 : Math.abs(i - j) / (line.length - 1)
}

/** The distance to every strategy that can be placed, the nearest first ([I4]–[I6], [I8]). */
export function distances(
  answers: WorldAnswers,
  strategies: readonly Placed[],
  axes: readonly AxisWords[],
): Distance[] {
  return strategies
    .map((strategy) => distanceTo(answers, strategy, axes))
    .filter(({ n }) => n >= fewestCompared)
    .sort((a, b) => a.distance - b.distance || b.n - a.n || a.title.localeCompare(b.title, 'en'))
}

function distanceTo(answers: WorldAnswers, strategy: Placed, axes: readonly AxisWords[]): Distance {
  const parts = axes.flatMap((axis) => {
    const [mine, its] = [answers.axes[axis.id], strategy.axes[axis.id]]
    return mine && its ? [axisDistance(axis, mine, its)] : []
  })
  const judged = strategy.assumptions.filter((key) => answers.beliefs[key] !== undefined)
  const rejected = judged.filter((key) => answers.beliefs[key] === 'reject')
  const n = parts.length + judged.length
  const sum = parts.reduce((all, part) => all + part, 0) + rejected.length
  return { slug: strategy.slug, title: strategy.title, distance: n === 0 ? 0 : sum / n, n, rejected }
}

export interface PortfolioDistance {
  id: string
  name: string
  distance: number
  /** Members that could be placed, of how many. */
  placed: number
  of: number
}

/** The distance to every portfolio that can be placed, the nearest first ([I7]). */
export function portfolioDistances(
  placed: readonly Distance[],
  portfolios: readonly { id: string; name: string; strategies: readonly string[] }[],
): PortfolioDistance[] {
  const by = new Map(placed.map((one) => [one.slug, one.distance]))
  return portfolios
    .flatMap(({ id, name, strategies }) => {
      const known = strategies.flatMap((slug) => by.get(slug) ?? [])
      if (known.length === 0 || known.length * 2 < strategies.length) return []
      const distance = known.reduce((sum, one) => sum + one, 0) / known.length
      return [{ id, name, distance, placed: known.length, of: strategies.length }]
    })
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name, 'en'))
}
