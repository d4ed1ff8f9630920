import { day } from '../text/day.ts'
import type { FrozenText } from './freshness.ts'
import { openFor } from './time.ts'

/** The kinds of change that an author may say an amendment is. */
export const amendmentChanges = ['material', 'typo'] as const
export type AmendmentChange = (typeof amendmentChanges)[number]

export const amendmentWords: Record<AmendmentChange, { label: string; meaning: string }> = {
  material: {
    label: 'A change of meaning',
    meaning:
      'Everybody who voted is asked again, and shown exactly what changed. Until they answer, their vote does not count.',
  },
  typo: {
    label: 'A typo',
    meaning:
      'A slip of a few letters. Votes stay, the change is shown, and anybody who sees more in it can challenge it.',
  },
}

/**
 * The earliest closing time that leaves enough time to those who are asked again ([B44]): a tenth of the whole time
 * from opening to closing lies ahead, a day where that is shorter, and a minute at least.
 *
 * @param now milliseconds since 1970, like the other times.
 */
export function earliestClosing({ opensAt, now }: { opensAt: number; now: number }): number {
  const ninth = Math.ceil((now - opensAt) / 9)
  return now + Math.min(day, Math.max(openFor.least, ninth))
}

/**
 * The closing time of a ballot whose amendment is challenged now ([B45]): as it is, or later where too little time is
 * left to those who are asked again. Never beyond the longest time a ballot may stay open.
 */
export function closingAfterChallenge(times: { opensAt: number; closesAt: number; now: number }): number {
  const earliest = Math.ceil(earliestClosing(times) / openFor.least) * openFor.least
  return Math.max(times.closesAt, Math.min(earliest, times.opensAt + openFor.most))
}

/** Why an amendment cannot be challenged, in words, or null ([B45]). @param texts of the ballot. */
export function challengeFault(texts: readonly FrozenText[], n: number): string | null {
  const text = texts.find((one) => one.n === n)
  if (!text || n === 1) return 'There is no such change of the text.'
  if (text.change !== 'typo') return 'This change counts as a change of meaning already.'
  return text.challenged ? 'This change was challenged already and counts as a change of meaning.' : null
}
