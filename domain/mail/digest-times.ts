import { day } from '../text/day.ts'
import { isZone, localIn, momentIn } from '../text/zoned-time.ts'

export interface Rhythm {
  rhythm: 'daily' | 'weekly'
  /** 0 to 23. */
  digestHour: number
  /** 1 (Monday) to 7. */
  digestDay: number
  /** As chosen; null where nothing was. */
  timeZone: string | null
}

/** The zone whose clock counts: the chosen one where it is known, else UTC ([I22] of notifications). */
export function zoneOf(timeZone: string | null): string {
  return timeZone !== null && isZone(timeZone) ? timeZone : 'UTC'
}

/** The last moment up to now at which a digest was due ([I22]). @param now milliseconds since 1970, UTC. */
export function lastDigestAt({ rhythm, digestHour, digestDay, timeZone }: Rhythm, now: number): number {
  const zone = zoneOf(timeZone)
  const today = Date.parse(`${localIn(now, zone).slice(0, 10)}T00:00Z`)
  const hour = String(digestHour).padStart(2, '0')
  for (let back = 0; back <= 8; back += 1) {
    const at = today - back * day
    if (rhythm === 'weekly' && weekday(at) !== digestDay) continue
    const moment = momentIn(`${new Date(at).toISOString().slice(0, 10)}T${hour}:00`, zone)
    if (moment <= now) return moment
  }
  return now
}

/** For how long a digest looks back where there was none before, in milliseconds. */
export function digestSpan({ rhythm }: Pick<Rhythm, 'rhythm'>): number {
  return rhythm === 'weekly' ? 7 * day : day
}

function weekday(at: number): number {
  return new Date(at).getUTCDay() || 7
}
