import type { CandidateReactionRow } from '../../db/queries/candidates.ts'
import { statusQuo } from '../../domain/candidates/rules.ts'
import type { StanceCounts } from '../../domain/threads/reactions.ts'
import type { CandidateView } from './candidates-of.ts'

/**
 * Wordings with how the room reacted to each, for who leads it and may not have reacted (workshops SPEC [L4]). A
 * reaction to what stands there already counts while the words are those that it was about.
 */
export function withCounts(
  wordings: readonly CandidateView[],
  reactions: readonly CandidateReactionRow[],
): CandidateView[] {
  const counts = new Map<number, StanceCounts>(wordings.map(({ n }) => [n, { agree: 0, disagree: 0, unsure: 0 }]))
  const stands = wordings.find(({ n }) => n === statusQuo)?.seen
  for (const { n, stance, about } of reactions) {
    const count = n === statusQuo && about !== stands ? undefined : counts.get(n)
    if (count) count[stance] += 1
  }
  return wordings.map((wording) => ({ ...wording, reactions: counts.get(wording.n) ?? null }))
}
