import { safeUrl } from '../prose/safe-url.ts'
import { day, startOfDay } from '../text/day.ts'

/** A page on the web that something rests on. */
export interface Reference {
  url: string
  title: string
  publisher: string
  /** A day, as in `2026-11-24`. */
  date: string
}

/** The address of a page as it is kept, or null where it leads to no page on the web. */
export function pageUrl(typed: string): string | null {
  const url = safeUrl(typed)
  return url !== null && /^https?:/.test(url) ? url : null
}

/** What is wrong with a reference whose texts have passed their limits, or null (signals SPEC [F10]). */
export function referenceFault(
  { url, date }: Pick<Reference, 'url' | 'date'>,
  now: number,
): { field: 'url' | 'date'; words: string } | null {
  if (pageUrl(url) === null) {
    return { field: 'url', words: 'Give the address of a page, beginning with https:// or http://.' }
  }
  const published = startOfDay(date)
  if (!Number.isFinite(published)) return { field: 'date', words: 'Give the day it was published, as in 2026-11-24.' }
  if (published > now + day) return { field: 'date', words: 'The source cannot be from a day to come.' }
  return null
}
