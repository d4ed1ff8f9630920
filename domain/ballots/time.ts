const minute = 60_000

/** The shortest and longest time a ballot may stay open, in milliseconds ([B15]). */
export const openFor = { least: minute, most: 366 * 24 * 60 * minute } as const

/**
 * Whether a vote counts ([B14]): the time read inside its transaction is before the closing time.
 *
 * @param castAt milliseconds since 1970, UTC, like `closesAt`.
 */
export function canCount(castAt: number, closesAt: number): boolean {
  return castAt < closesAt
}

/** What a page calls a ballot now: one that is past its time and not closed yet is being counted. */
export function shownState(
  state: 'scheduled' | 'open' | 'closed' | 'void',
  closesAt: number,
  now: number,
): 'scheduled' | 'open' | 'counting' | 'closed' | 'void' {
  return state === 'open' && !canCount(now, closesAt) ? 'counting' : state
}
