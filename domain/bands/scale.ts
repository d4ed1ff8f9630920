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

/** A number as somebody types it, with a point or a comma; null where it is none. */
export function typedNumber(typed: string | undefined): number | null {
  const text = (typed ?? '').trim().replace(',', '.').replace('−', '-')
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(text)) return null
  const value = Number(text)
  // One zero, not two.
  return Number.isFinite(value) && Math.abs(value) <= largest ? value + 0 : null
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
