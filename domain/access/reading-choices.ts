import { isZone } from '../text/zoned-time.ts'

/** How a page looks and behaves for one person. */
export const readingChoices = {
  theme: ['auto', 'light', 'dark'],
  motion: ['auto', 'less'],
  textSize: ['normal', 'large', 'larger'],
} as const

/** Every zone that may be chosen, by name. */
export function zoneNames(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}

/**
 * A chosen zone, or what is wrong with it ([A13]). A name that has another one now, as `Asia/Kolkata` for a zone that the
 * machine's data calls differently, is kept under that one; an offset, which says nothing of summer time, is none.
 */
export function readZone(typed: string): { zone: string | null } | { problem: string } {
  if (typed === '') return { zone: null }
  const zone = isZone(typed) ? new Intl.DateTimeFormat('en', { timeZone: typed }).resolvedOptions().timeZone : ''
  if (zoneNames().includes(zone)) return { zone }
  const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed
  return { problem: `There is no time zone “${shown}”. Choose one from the list, such as Europe/Lisbon.` }
}
