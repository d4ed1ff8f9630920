/** What decides whether a guest still counts as somebody. */
export interface GuestStanding {
  removedAt: number | null
  claimedBy: string | null
  /** When the workshop ended; null while it has not. */
  workshopEndedAt: number | null
}

/** After the end of a workshop a guest has so long to read the result and to claim the own words ([A12]). */
export const guestAfterEnd = 24 * 60 * 60 * 1000

/** Is this guest still somebody: not taken out, not an account by now, and the workshop not long over ([A12])? */
export function guestIsIn({ removedAt, claimedBy, workshopEndedAt }: GuestStanding, now: number): boolean {
  if (removedAt !== null || claimedBy !== null) return false
  return workshopEndedAt === null || now < workshopEndedAt + guestAfterEnd
}
