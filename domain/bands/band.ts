import type { Scale } from './scale.ts'

/** Markers that make a band ([Z6]). */
export const fewest = 3

/** Share of the scale's length before the band from which a reading is nearing it ([Z7]). */
export const nearingShare = 0.1

export interface Band {
  low: number
  high: number
}

/** The middle half of the markers ([Z6]); null for fewer than three. */
export function bandOf(markers: readonly number[]): Band | null {
  if (markers.length < fewest) return null
  const sorted = [...markers].sort((a, b) => a - b)
  return { low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) }
}

/** The median of the markers; null without any. */
export function medianOf(markers: readonly number[]): number | null {
  return markers.length === 0
    ? null
    : quantile(
        [...markers].sort((a, b) => a - b),
        0.5,
      )
}

/** Definition 7 of Hyndman and Fan (1996): linear between the ordered values. */
function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p
  const below = Math.floor(at)
  const [a = 0, b = a] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
  // Between two values however they are rounded, so that a band never leaves its markers.
  return a === b ? a : Math.min(b, Math.max(a, a + (at - below) * (b - a)))
}

export type ReadingState = 'clear' | 'nearing' | 'inside' | 'beyond'

/** Where the reading stands on its way towards and through the band ([Z7]). */
export function readingState(
  scale: Pick<Scale, 'low' | 'high' | 'unstable'>,
  band: Band,
  reading: number,
): ReadingState {
  const margin = (scale.high - scale.low) * nearingShare
  const [value, near, far] =
    scale.unstable === 'above' ? [reading, band.low, band.high] : [-reading, -band.high, -band.low]
  if (value > far) return 'beyond'
  if (value >= near) return 'inside'
  return value >= near - margin ? 'nearing' : 'clear'
}

/** May this person see the others' markers and the band ([Z5])? */
export function showsMarkers(about: { resolved: boolean; placed: boolean }): boolean {
  return about.resolved || about.placed
}
