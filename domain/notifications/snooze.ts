import { day } from '../text/day.ts'

export const snoozes = ['tomorrow', 'next-week'] as const
export type Snooze = (typeof snoozes)[number]

export const snoozeWords: Record<Snooze, string> = { tomorrow: 'Until tomorrow', 'next-week': 'Until next week' }

/** What is snoozed comes back at this hour of the day, in UTC. */
const hour = 6

/**
 * When something snoozed comes back ([I12]): at 06:00 UTC of the next day, or of the next Monday.
 *
 * @param now milliseconds since 1970, UTC.
 */
export function snoozedUntil(choice: Snooze, now: number): number {
  const today = Math.floor(now / day)
  // The first day of 1970 was a Thursday; Monday is 0.
  const weekday = (today + 3) % 7
  const days = choice === 'tomorrow' ? 1 : 7 - weekday
  return (today + days) * day + hour * 60 * 60 * 1000
}
