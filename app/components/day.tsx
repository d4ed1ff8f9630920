import { dayOf } from '#domain/text/day.ts'

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/**
 * A day that was set as a day: the same one for every reader, wherever they are. A moment is shown by `Time`.
 *
 * @param at a moment of that day in UTC, in milliseconds since 1970.
 */
export function Day({ at }: { at: number }) {
  return <time dateTime={dayOf(at)}>{format.format(at)}</time>
}
