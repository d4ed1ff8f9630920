import type { Reference } from '../citing/reference.ts'
import { day } from '../text/day.ts'

/** What a report rests on ([F10]). */
export interface SourceWords extends Reference {
  /** What it shows of the signal. */
  shows: string
}

/** How many sources one person may add to reports, in how many milliseconds ([F10]). */
export const sourceLimit = { most: 10, within: day } as const

/** Sources whose words have not been deleted ([F18]). */
export function livingSources<S extends Pick<SourceWords, 'url'>>(sources: readonly S[]): S[] {
  return sources.filter(({ url }) => url !== '')
}
