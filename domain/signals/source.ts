import { safeUrl } from '../prose/safe-url.ts'
import { day, startOfDay } from '../text/day.ts'

/** What a report rests on ([F10]). */
export interface SourceWords {
  url: string
  title: string
  publisher: string
  /** A day, as in `2026-11-24`. */
  date: string
  /** What it shows of the signal. */
  shows: string
}

/** How many sources one person may add to reports, in how many milliseconds ([F10]). */
export const sourceLimit = { most: 10, within: day } as const

/** Sources whose words have not been deleted ([F18]). */
export function livingSources<S extends Pick<SourceWords, 'url'>>(sources: readonly S[]): S[] {
  return sources.filter(({ url }) => url !== '')
}

/** The address of a source as it is kept, or null where it leads to no page on the web. */
export function sourceUrl(typed: string): string | null {
  const url = safeUrl(typed)
  return url !== null && /^https?:/.test(url) ? url : null
}

/** What is wrong with a source whose texts have passed their limits, or null ([F10]). */
export function sourceFault(
  { url, date }: Pick<SourceWords, 'url' | 'date'>,
  now: number,
): { field: 'url' | 'date'; words: string } | null {
  if (url.trim() === '') return { field: 'url', words: 'Name a source: a report without one is not taken.' }
  if (sourceUrl(url) === null) {
    return { field: 'url', words: 'Give the address of a page, beginning with https:// or http://.' }
  }
  const published = startOfDay(date)
  if (!Number.isFinite(published)) return { field: 'date', words: 'Give the day it was published, as in 2026-11-24.' }
  if (published > now + day) return { field: 'date', words: 'The source cannot be from a day to come.' }
  return null
}
