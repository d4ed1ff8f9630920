import type { ChartWidth } from './density-geometry.ts'

/** Sizes in units of the picture. On a narrow screen the name of a lever stands over its bar. */
const layouts = {
  wide: { label: 180, side: 210, row: 30, bar: 8, end: 50 },
  narrow: { label: 0, side: 172, row: 42, bar: 20, end: 0 },
} as const
const top = 26
const barHeight = 14
/** Room for the number at the end of a bar. */
const number = 34

export interface CoverageWeights {
  minusWeight: number
  neutralWeight: number
  plusWeight: number
}

/** Size of the picture for so many levers, and where its zero line stands. */
export function coverageSize(levers: number, on: ChartWidth = 'wide') {
  const { label, side, row, end } = layouts[on]
  return { width: label + 2 * side + end, height: top + levers * row + 6, zero: label + side }
}

/** The bars of one lever: weight pulling − to the left, + to the right of the zero line, weight that pulls neither way around it. */
export function coverageBars(weights: CoverageWeights, i: number, most: number, on: ChartWidth = 'wide') {
  const { label, side, row, bar } = layouts[on]
  const { zero } = coverageSize(0, on)
  const long = (weight: number) => (most === 0 ? 0 : (weight / most) * (side - number))
  const y = top + i * row
  const neutral = long(weights.neutralWeight)
  const name: { x: number; y: number; anchor: 'start' | 'end' } =
    on === 'wide' ? { x: label - 10, y: y + row / 2 + 5, anchor: 'end' } : { x: 0, y: y + 13, anchor: 'start' }
  return {
    y: y + bar,
    /** Where words beside the bar stand. */
    textY: y + bar + 12,
    name,
    height: barHeight,
    minus: { x: zero - long(weights.minusWeight), width: long(weights.minusWeight) },
    plus: { x: zero, width: long(weights.plusWeight) },
    neutral: { x: zero - neutral / 2, width: neutral },
  }
}
