/** Whether this is the name of a time zone, as in `Europe/Lisbon`. */
export function isZone(zone: string): boolean {
  try {
    return formatOf(zone).format(0) !== ''
  } catch {
    return false
  }
}

/**
 * The moment that a clock on the wall of a zone shows.
 *
 * @param local as in `2026-11-29T14:30`.
 * @param zone one for which `isZone` holds.
 * @returns milliseconds since 1970, UTC; NaN where it is no moment. Of a time that the clock shows twice, the first;
 * of one that it leaps over, as long after the leap as it is after the time that the clock leaps from.
 */
export function momentIn(local: string, zone: string): number {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return Number.NaN
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return asUtc
  // The offset before and after a change of the clock; the earlier moment that shows this time is meant.
  const guesses = [asUtc - day, asUtc + day].map((near) => asUtc - offsetAt(near, zone))
  const right = guesses.filter((at) => at + offsetAt(at, zone) === asUtc)
  return right.length > 0 ? Math.min(...right) : Math.max(...guesses)
}

/** The wall clock of a zone at a moment, as in `2026-11-29T14:30`: what an input of that kind takes. */
export function localIn(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16)
}

const day = 86_400_000

/** Making a format costs more than a hundred uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  // Zones may be written in small and capital letters: what people type must not fill the memory.
  if (formats.size > 1_000) formats.clear()
  formats.set(zone, format)
  return format
}

function offsetAt(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}
