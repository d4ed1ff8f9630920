import { useZone } from '#app/components/use-zone.ts'

const withTime = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const
const dateOnly = { day: 'numeric', month: 'short', year: 'numeric' } as const

/**
 * A moment in a zone that is known, whoever reads it.
 *
 * @param at milliseconds since 1970, UTC.
 * @param zone as in `Europe/Lisbon`; one that is not known is written in UTC.
 */
export function ZonedTime({ at, zone }: { at: number; zone: string }) {
  return <time dateTime={new Date(at).toISOString()}>{formatIn(zone).format(at)}</time>
}

function formatIn(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...withTime, timeZone: zone })
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...withTime, timeZone: 'UTC' })
  }
}

/**
 * A moment, with the zone named. The server writes UTC, which needs no script; where scripts run, the reader's own
 * zone replaces it after mounting, so that both renderings agree first.
 *
 * @param at milliseconds since 1970, UTC.
 */
export function Time({ at, only = 'time' }: { at: number; only?: 'date' | 'time' }) {
  const timeZone = useZone() ?? 'UTC'
  const format = new Intl.DateTimeFormat('en-GB', { ...(only === 'date' ? dateOnly : withTime), timeZone })
  return <time dateTime={new Date(at).toISOString()}>{format.format(at)}</time>
}
