import { day, dayOf, startOfDay } from '../text/day.ts'

/** Until when a version is to be looked at again, and until when it may be relied on; milliseconds since 1970. */
export interface ShelfLife {
  reviewAt: number | null
  expiresAt: number | null
}

/** Neither day lies further ahead than this; milliseconds. */
const furthest = 3653 * day

/** What is wrong with typed days, by field. */
export interface ShelfFault {
  field: 'review' | 'expires'
  words: string
}

/**
 * The days as they were typed, `2027-11-24`, each as its first moment in UTC; empty for none (SPEC [P21]).
 *
 * @param now when the version is published or affirmed, milliseconds since 1970.
 */
export function readShelfLife(typed: { review: string; expires: string }, now: number): ShelfLife | ShelfFault {
  const at = { review: typed.review.trim(), expires: typed.expires.trim() }
  for (const field of ['review', 'expires'] as const) {
    if (at[field] === '') continue
    const moment = startOfDay(at[field])
    if (!Number.isFinite(moment)) return { field, words: 'Give a day, as in 2027-11-24.' }
    if (moment <= now) return { field, words: `Give a day after ${dayOf(now)}.` }
    if (moment > now + furthest) return { field, words: 'Give a day within ten years.' }
  }
  const [reviewAt, expiresAt] = [at.review, at.expires].map((one) => (one === '' ? null : startOfDay(one)))
  if (reviewAt != null && expiresAt != null && expiresAt < reviewAt) {
    return { field: 'expires', words: 'A version expires on the day of its review or later, not before.' }
  }
  return { reviewAt: reviewAt ?? null, expiresAt: expiresAt ?? null }
}

/** The day a year from now, as the form suggests it. */
export function inAYear(now: number): string {
  return dayOf(now + 365 * day)
}

export function isPast(at: number | null, now: number): boolean {
  return at !== null && at <= now
}
