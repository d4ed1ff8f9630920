const minute = 60_000

/** The shortest last call, in milliseconds ([B57]). */
export const shortestLastCall = minute

/** How often a new objection may begin the last call of one ballot anew ([B58]). */
export const mostRestarts = 3

export interface LastCall {
  closesAt: number
  /** Its length in milliseconds; null for none. */
  lastCall: number | null
}

/** When the last call of a ballot begins ([B57]); null where it has none. */
export function lastCallFrom({ closesAt, lastCall }: LastCall): number | null {
  return lastCall === null ? null : closesAt - lastCall
}

/** Whether an open ballot is in its last call ([B57]). @param now milliseconds since 1970, UTC, like `closesAt`. */
export function inLastCall(ballot: LastCall, now: number): boolean {
  const from = lastCallFrom(ballot)
  return from !== null && now >= from && now < ballot.closesAt
}

/**
 * Where a new objection that everybody may see moves the closing time ([B58]); null where it moves nothing.
 *
 * @param restarts how often it was begun anew before.
 */
export function restartedUntil(
  ballot: LastCall & { lastCallRestarts: boolean },
  restarts: number,
  now: number,
): number | null {
  if (!ballot.lastCallRestarts || ballot.lastCall === null || restarts >= mostRestarts) return null
  if (!inLastCall(ballot, now)) return null
  const to = now + ballot.lastCall
  return to > ballot.closesAt ? to : null
}
