import type { Stance, StanceCounts } from '../threads/reactions.ts'
import { stanceLabels, stances } from '../threads/reactions.ts'
import type { PhaseKind, Projection } from './words.ts'

/** How what stands beside a ballot was taken: from phones, or by a facilitator who counted ([V3], [V4]). */
export const advisorySources = ['online', 'hands', 'paper'] as const

export type AdvisorySource = (typeof advisorySources)[number]

/** What a facilitator counts in the room. */
export const countedSources = ['hands', 'paper'] as const

/** What stands beside a ballot, by how it was taken; null where nothing was. */
export type Advisory = Record<AdvisorySource, StanceCounts | null>

export const advisoryWords: Record<AdvisorySource, string> = {
  online: 'Guests and others who are not on the electorate, from their phones',
  hands: 'Raised hands, as a facilitator counted them',
  paper: 'Paper slips, as a facilitator counted them',
}

/** How many gave which answer, by how it was taken. */
export function sumAdvisory(rows: readonly { answer: Stance; count: number; source: AdvisorySource }[]): Advisory {
  const sums: Advisory = { online: null, hands: null, paper: null }
  for (const { answer, count, source } of rows) {
    const counts = sums[source] ?? { agree: 0, unsure: 0, disagree: 0 }
    sums[source] = { ...counts, [answer]: counts[answer] + count }
  }
  return sums
}

/** Counts in one line, as in "12 agree · 1 unsure · 3 disagree". */
export function stanceLine(counts: StanceCounts): string {
  const order = ['agree', 'unsure', 'disagree'] as const satisfies readonly Stance[]
  return order.map((one) => `${counts[one]} ${stanceLabels[one].toLowerCase()}`).join(' · ')
}

/** The counts that were typed, or the first field that is none; all of them empty is no count ([V4]). */
export function readCounts(typed: Record<Stance, string>): { counts: StanceCounts } | { field: Stance; words: string } {
  const wrong = stances.find((one) => !/^\d{0,4}$/.test(typed[one].trim()))
  if (wrong) return { field: wrong, words: 'Write how many, as a whole number up to 9999.' }
  if (stances.every((one) => typed[one].trim() === '')) {
    return {
      field: 'agree',
      words: 'Write how many were for it, unsure and against it; an empty field counts as none.',
    }
  }
  const [agree, unsure, disagree] = [typed.agree, typed.unsure, typed.disagree].map((one) => Number(one.trim()))
  return { counts: { agree: agree ?? 0, unsure: unsure ?? 0, disagree: disagree ?? 0 } }
}

/**
 * Whether a room shows the result of its ballot: once that is closed, and either the ballot phase is left or a
 * facilitator has the wall show it ([V6]).
 */
export function isRevealed(
  ballot: { state: string },
  { kind, projector }: { kind: PhaseKind | null; projector: Projection },
): boolean {
  return ballot.state === 'closed' && (kind !== 'ballot' || projector === 'result')
}
