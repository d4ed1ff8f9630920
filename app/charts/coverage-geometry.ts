const row = 30
const label = 180
const side = 210
const top = 26

export interface CoverageWeights {
  minusWeight: number
  neutralWeight: number
  plusWeight: number
}

/** Size of the picture for so many levers, and where its zero line stands. */
export function coverageSize(levers: number): { width: number; height: number; zero: number } {
  return { width: label + 2 * side + 50, height: top + levers * row + 6, zero: label + side }
}

/** The bars of one lever: weight pulling − to the left, + to the right of the zero line, weight that pulls neither way around it. */
export function coverageBars(weights: CoverageWeights, i: number, most: number) {
  const { zero } = coverageSize(0)
  const long = (weight: number) => (most === 0 ? 0 : (weight / most) * (side - 34))
  const y = top + i * row
  const neutral = long(weights.neutralWeight)
  return {
    y,
    middle: y + row / 2,
    height: 14,
    minus: { x: zero - long(weights.minusWeight), width: long(weights.minusWeight) },
    plus: { x: zero, width: long(weights.plusWeight) },
    neutral: { x: zero - neutral / 2, width: neutral },
  }
}
