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
 * A moment, with the zone named. Who chose a zone gets it from the server; for others the server writes UTC, which
 * needs no script, and where scripts run the device's own zone replaces it after mounting, so that both renderings
 * agree first. What a zone is called for short may differ between server and browser: the server's word stays.
 *
 * @param at milliseconds since 1970, UTC.
 */
export function Time({ at, only = 'time' }: { at: number; only?: 'date' | 'time' }) {
  const timeZone = useZone() ?? 'UTC'
  const format = new Intl.DateTimeFormat('en-GB', { ...(only === 'date' ? dateOnly : withTime), timeZone })
  return (
    <time key={timeZone} dateTime={new Date(at).toISOString()} suppressHydrationWarning>
      {format.format(at)}
    </time>
  )
}
