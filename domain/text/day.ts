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

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** A day as in `2026-11-24`, or a month as in `2026-11`, as pages write it: `24 Nov 2026`, never broken over two lines. Anything else stays as it is. */
export function dayInWords(typed: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(typed) ?? []
  const name = months[Number(month) - 1]
  if (!year || !name) return typed
  return (date ? [Number(date), name, year] : [name, year]).join('\u00a0')
}
