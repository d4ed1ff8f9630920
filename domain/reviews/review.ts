import { day } from '../text/day.ts'

export const verdicts = ['ready', 'needs-work', 'comment'] as const
export type Verdict = (typeof verdicts)[number]

export const verdictWords: Record<Verdict, { name: string; means: string }> = {
  ready: { name: 'Ready', means: 'It may be put to the vote as it is.' },
  'needs-work': { name: 'Needs work', means: 'Something should change first.' },
  comment: { name: 'Comment', means: 'Remarks without a verdict.' },
}

/** Why a review cannot be submitted ([V6]); null where it can. */
export function reviewFault(review: { verdict: Verdict; text: string; remarks: number }): string | null {
  if (review.verdict === 'ready' || review.text !== '' || review.remarks > 0) return null
  return review.verdict === 'needs-work'
    ? 'Say what needs work, here or in a remark.'
    : 'Write a comment, here or as a remark.'
}

/** Parts whose hashes differ, in the order of the present text, then those that are gone ([V8]). */
export function changedParts(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const changed = Object.keys(now).filter((part) => before[part] !== now[part])
  return [...changed, ...Object.keys(before).filter((part) => !(part in now))]
}

/** For how long nothing has happened in a draft in review until somebody is told ([V9], [V10]). */
const stalls = [
  { stage: 'archive', after: 42 * day },
  { stage: 'again', after: 28 * day },
  { stage: 'first', after: 14 * day },
] as const

export type Stall = (typeof stalls)[number]['stage']

/** How far a draft has stalled; null where it has not. @param last when anything last happened in it. */
export function stallOf(last: number, now: number): Stall | null {
  return stalls.find(({ after }) => now - last >= after)?.stage ?? null
}
