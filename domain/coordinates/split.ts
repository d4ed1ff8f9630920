import { axisOrder } from '../entries/ordinal-axes.ts'

/** Members that make a cluster ([X5], [X6]). */
const fewest = 2
/** Steps between two clusters ([X5]). */
const nearest = 2

export interface Split {
  /** Values of the one side and of the other, in the order of the axis. */
  sides: [string[], string[]]
  /** Members on each side. */
  counts: [number, number]
}

export interface Spread {
  /** How many members placed it at each value, in the order of the line, then those beside it; zeros included. */
  counts: { id: string; n: number }[]
  n: number
  /** Steps from the lowest to the highest place on the line; null on an axis without order, and where nobody stands on it. */
  steps: number | null
  /** Different values that somebody chose. */
  values: number
  split: Split | null
}

/** How the places of members lie on an axis ([X3]–[X6]). @param placed one value of each member. */
export function spreadOf(axis: string, values: readonly { id: string }[], placed: readonly string[]): Spread {
  const all = values.map(({ id }) => ({ id, n: placed.filter((one) => one === id).length }))
  const { line, beside } = axisOrder(axis, all)
  const counts = [...line, ...beside]
  const taken = counts.filter(({ n }) => n > 0)
  const stops = line.flatMap(({ n }, i) => (n > 0 ? [i] : []))
  const [first, last] = [stops[0], stops.at(-1)]
  return {
    counts,
    n: taken.reduce((sum, { n }) => sum + n, 0),
    steps: first === undefined || last === undefined ? null : last - first,
    values: taken.length,
    split: line.length > 0 ? gapIn(line) : parting(taken),
  }
}

type Count = Spread['counts'][number]

function gapIn(line: readonly Count[]): Split | null {
  let widest: { steps: number; split: Split } | null = null
  let before = -1
  for (const [at, { n }] of line.entries()) {
    if (n === 0) continue
    const sides = [line.slice(0, before + 1), line.slice(at)].map((side) => side.filter((one) => one.n > 0))
    const [low = [], high = []] = sides
    const split = asSplit(low, high)
    const steps = at - before
    if (before >= 0 && steps >= nearest && Math.min(...split.counts) >= fewest && steps > (widest?.steps ?? 0)) {
      widest = { steps, split }
    }
    before = at
  }
  return widest?.split ?? null
}

function parting(taken: readonly Count[]): Split | null {
  const all = taken.reduce((sum, { n }) => sum + n, 0)
  const [first, second, third] = [...taken].sort((a, b) => b.n - a.n)
  if (!first || !second || second.n < fewest || second.n * 3 < all || (third && third.n === second.n)) return null
  const [a, b] = taken.filter((one) => one === first || one === second)
  return a && b ? asSplit([a], [b]) : null
}

function asSplit(low: readonly Count[], high: readonly Count[]): Split {
  const sum = (side: readonly Count[]) => side.reduce((all, { n }) => all + n, 0)
  return { sides: [low.map(({ id }) => id), high.map(({ id }) => id)], counts: [sum(low), sum(high)] }
}
