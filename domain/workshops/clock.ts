const minute = 60_000

/** How long after its time is up a phase that locks by itself still takes what is being written ([C6]). */
export const lockGraceMs = 15_000

/** The clock of the present phase. All times in milliseconds since 1970, UTC, by the server. */
export interface Clock {
  /** When the time is up; null while it stands still or has no limit. */
  phaseEndsAt: number | null
  /** What was left when it was stopped; null while it runs. */
  pausedLeft: number | null
}

/** A clock that begins now ([C1]). No minutes: no limit. */
export function startClock(minutes: number, now: number): Clock {
  return { phaseEndsAt: minutes === 0 ? null : now + minutes * minute, pausedLeft: null }
}

/** What is left; less than nothing once the time is over; null without a limit ([C1]). */
export function remaining({ phaseEndsAt, pausedLeft }: Clock, now: number): number | null {
  if (pausedLeft !== null) return pausedLeft
  return phaseEndsAt === null ? null : phaseEndsAt - now
}

export function isPaused({ pausedLeft }: Clock): boolean {
  return pausedLeft !== null
}

/** The clock stopped ([C2]); null where it stands still already or has no limit. */
export function pauseClock(clock: Clock, now: number): Clock | null {
  const left = remaining(clock, now)
  return isPaused(clock) || left === null ? null : { phaseEndsAt: null, pausedLeft: left }
}

/** The clock going on with what was left ([C2]); null where it runs. */
export function resumeClock({ pausedLeft }: Clock, now: number): Clock | null {
  return pausedLeft === null ? null : { phaseEndsAt: now + pausedLeft, pausedLeft: null }
}

/**
 * The clock with minutes added or taken ([C3]). Taking never goes below the present moment. Added minutes count from
 * now where the time was over, for nobody can use time that has passed.
 *
 * @returns null without a limit.
 */
export function addMinutes(clock: Clock, minutes: number, now: number): Clock | null {
  const left = remaining(clock, now)
  if (left === null) return null
  const by = minutes * minute
  const then = by > 0 ? Math.max(left, 0) + by : Math.max(left + by, Math.min(left, 0))
  return isPaused(clock) ? { phaseEndsAt: null, pausedLeft: then } : { phaseEndsAt: now + then, pausedLeft: null }
}

/** When writing locks by itself; null where it does not ([C6]). */
export function locksAt(clock: Clock, locksAtEnd: boolean): number | null {
  return locksAtEnd && clock.phaseEndsAt !== null ? clock.phaseEndsAt + lockGraceMs : null
}

/** Whether the time has locked the writing ([C6]). Read from the clock, so that nothing has to happen for it to hold. */
export function isLockedByTime(clock: Clock, locksAtEnd: boolean, now: number): boolean {
  const at = locksAt(clock, locksAtEnd)
  return at !== null && now >= at
}

/**
 * The minutes of the phases to come once an overrun is taken from them ([C4]): each gives in proportion to its length
 * and keeps a minute at least. Whole minutes, and their sum falls by just the overrun while it can.
 *
 * @param rest minutes of the phases after the present one; 0 stands for no limit and gives nothing.
 */
export function spreadOverrun(rest: readonly number[], overrun: number): number[] {
  const spare = rest.map((minutes) => Math.max(0, minutes - 1))
  const all = spare.reduce((sum, minutes) => sum + minutes, 0)
  const take = Math.min(all, Math.max(0, Math.ceil(overrun)))
  if (take === 0) return [...rest]
  const exact = spare.map((minutes) => (minutes * take) / all)
  const given = exact.map(Math.floor)
  const missing = take - given.reduce((sum, minutes) => sum + minutes, 0)
  const order = exact
    .map((share, i) => ({ i, part: share - Math.floor(share) }))
    .sort((a, b) => b.part - a.part || a.i - b.i)
  for (const { i } of order.slice(0, missing)) given[i] = (given[i] ?? 0) + 1
  return rest.map((minutes, i) => minutes - (given[i] ?? 0))
}

export interface Progress extends Clock {
  startedAt: number
  /** Position of the present phase, from 1. */
  phase: number
  /** All phases: minutes as planned, and after overruns were spread. */
  minutes: readonly { planned: number; now: number }[]
}

/**
 * By how much the workshop will end later than planned if nothing changes, in milliseconds ([C5]); less than nothing
 * when it is ahead.
 */
export function lateBy(progress: Progress, now: number): number {
  const { startedAt, phase, minutes } = progress
  const planned = minutes.reduce((sum, one) => sum + one.planned, 0) * minute
  const rest = minutes.slice(phase).reduce((sum, one) => sum + one.now, 0) * minute
  const left = Math.max(0, remaining(progress, now) ?? 0)
  return now + left + rest - (startedAt + planned)
}
