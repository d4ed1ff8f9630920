export const unstableSides = ['above', 'below'] as const
export type UnstableSide = (typeof unstableSides)[number]

/** What a threshold is measured on ([Z1]). */
export interface Scale {
  unit: string
  low: number
  high: number
  /** On which side of the threshold the strategy defeats itself. */
  unstable: UnstableSide
}

/** Far enough for any indicator, and near enough that sums stay exact to what is shown. */
const largest = 1e12

/**
 * Is it `1,000`, which some read as a thousand and some as one? Before three digits a comma after one to three others is
 * either; after a lone zero it is a decimal comma.
 */
export function readsTwoWays(typed: string | undefined): boolean {
  return /^[-−]?[1-9]\d{0,2},\d{3}$/.test((typed ?? '').trim())
}

/** A number as somebody types it, with a point or a comma; null where it is none or two ([Z1]). */
export function typedNumber(typed: string | undefined): number | null {
  if (readsTwoWays(typed)) return null
  const text = (typed ?? '').trim().replace(',', '.').replace('−', '-')
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return null
  const value = Number(text)
  // One zero, not two.
  return Number.isFinite(value) && Math.abs(value) <= largest ? value + 0 : null
}

/** A number as one would type it, without an exponent: `typedNumber` reads it back as the same number. */
export function plainDecimal(value: number): string {
  const [digits = '', exponent] = String(Math.abs(value)).split('e-')
  const sign = value < 0 ? '-' : ''
  return sign + (exponent === undefined ? digits : `0.${'0'.repeat(Number(exponent) - 1)}${digits.replace('.', '')}`)
}

/** The scale in one line, to tell whether a person had this one before them; the reading does not matter. */
export function scaleMark({ unit, low, high, unstable }: Scale): string {
  return JSON.stringify([unit, low, high, unstable])
}

export type ScaleDecision = 'set' | 'no-length' | 'unit-stays' | 'side-stays' | 'place-first' | 'marker-outside'

/**
 * May the scale be so ([Z1], [Z2])?
 *
 * @param markers values that stand on the present one.
 * @param placed one of them is of the person who asks; others must not find the markers by moving the ends.
 */
export function decideScale(
  present: Scale | null,
  next: Scale,
  markers: readonly number[],
  placed: boolean,
): ScaleDecision {
  if (next.low >= next.high) return 'no-length'
  if (present === null || markers.length === 0) return 'set'
  if (next.unit !== present.unit) return 'unit-stays'
  if (next.unstable !== present.unstable) return 'side-stays'
  if (next.low === present.low && next.high === present.high) return 'set'
  if (!placed) return 'place-first'
  return markers.every((value) => onScale(next, value)) ? 'set' : 'marker-outside'
}

/** Does it lie within the scale, ends included ([Z4])? */
export function onScale({ low, high }: Pick<Scale, 'low' | 'high'>, value: number): boolean {
  return value >= low && value <= high
}
