/** A day, in milliseconds. */
export const day = 24 * 60 * 60 * 1000

/** The day of a moment in UTC, as in `2026-11-24`. @param at milliseconds since 1970. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** A day as in `2026-11-24` as its first moment in UTC, in milliseconds since 1970; NaN for anything else. */
export function startOfDay(typed: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return Number.NaN
  const at = Date.parse(`${typed}T00:00:00Z`)
  // The 31st of a month of thirty days is no day.
  return Number.isFinite(at) && dayOf(at) === typed ? at : Number.NaN
}

/** A day as in `2026-11-24` as the first moment after it in UTC, in milliseconds since 1970; NaN for anything else. */
export function endOfDay(typed: string): number {
  return startOfDay(typed) + day
}
