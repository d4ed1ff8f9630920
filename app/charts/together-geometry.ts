const row = 62
const bar = 250

export interface TogetherNumbers {
  both: number
  either: number
}

/** Size of the picture for so many pairs: narrow enough for a phone. */
export function togetherSize(pairs: number): { width: number; height: number } {
  return { width: bar + 100, height: Math.max(1, pairs) * row + 4 }
}

/**
 * The bar of one pair: the track is everybody who holds either strategy, the fill those who hold both, on one scale for
 * all pairs. Its names stand above it.
 *
 * @param most the largest number of people who hold either strategy of a pair.
 */
export function togetherBar({ both, either }: TogetherNumbers, i: number, most: number) {
  const long = (n: number) => (most === 0 ? 0 : (n / most) * bar)
  const y = i * row
  return { x: 2, y: y + 40, height: 12, track: long(either), fill: long(both), first: y + 16, second: y + 33 }
}
