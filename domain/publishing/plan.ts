import { day } from '../text/day.ts'

/** A publication is planned for no later than this from now; milliseconds. */
const furthest = 366 * day

/** Why nothing can be planned for a moment, in words; null where it can (SPEC [P25]). NaN is no moment. */
export function planFault(at: number, now: number): string | null {
  if (!Number.isFinite(at)) return 'Give day and time.'
  if (at <= now) return 'Give a time to come, or publish now.'
  return at > now + furthest ? 'Give a time within a year.' : null
}
