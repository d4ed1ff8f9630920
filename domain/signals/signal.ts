import type { Block } from '../prose/tree.ts'
import { plainText } from '../prose/tree.ts'
import { day } from '../text/day.ts'

/** How long after its publication a signal is due for its first review, in milliseconds ([F11]). */
export const firstReviewAfter = 182 * day

/** The nearest next review, in milliseconds from the beginning of today in UTC, and the furthest, from now ([F11]). */
export const nextReview = { least: day, most: 731 * day } as const

/** The words a signal consists of, formatting and spacing apart ([F7]); empty where none is written. */
export function signalWords(section: readonly Block[] | undefined): string {
  return plainText(section ?? [])
    .replace(/\s+/g, ' ')
    .trim()
}

/** Is a signal due for review ([F11])? One that landed, or is on its way to a ballot, is not. */
export function isDue({ state, reviewAt }: { state: string; reviewAt: number }, now: number): boolean {
  return reviewAt <= now && (state === 'armed' || state === 'not-landed' || state === 'expired')
}

/** What is wrong with a next review, or null ([F11]). Times in milliseconds since 1970. */
export function reviewFault(next: number, now: number): string | null {
  if (!Number.isFinite(next)) return 'Say on which day the signal is looked at again.'
  const today = Math.floor(now / day) * day
  if (next < today + nextReview.least) return 'The next review must be later than today.'
  if (next > now + nextReview.most) return 'The next review may be two years away at most.'
  return null
}

/** The question that a ballot about a report asks. */
export function landedQuestion(title: string): string {
  return `Has the falsification signal of “${title}” landed?`
}
