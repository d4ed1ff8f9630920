import type { PartContent } from './place.ts'
import { partHash } from './place.ts'
import type { SuggestionState } from './words.ts'

export type ProposalDecision = 'propose' | 'same' | 'changed'

/**
 * May this be proposed ([G2], [G3])?
 *
 * @param seen hash of the part that the author had before them; the present one where they do not say.
 */
export function decideProposal(
  present: PartContent,
  proposed: PartContent,
  seen: string | undefined,
): ProposalDecision {
  const now = partHash(present)
  if (partHash(proposed) === now) return 'same'
  return seen === undefined || seen === now ? 'propose' : 'changed'
}

export type AcceptDecision = 'put-in' | 'stands-already' | 'stale' | 'ended'

/** What accepting a suggestion as it is comes to, given what its place says now ([G4], [G5]). */
export function decideAccept(
  suggestion: { state: SuggestionState; base: PartContent; proposed: PartContent },
  present: PartContent,
): AcceptDecision {
  if (suggestion.state !== 'open') return 'ended'
  const now = partHash(present)
  if (now === partHash(suggestion.proposed)) return 'stands-already'
  return now === partHash(suggestion.base) ? 'put-in' : 'stale'
}

/** Has the place changed since the suggestion was made, other than into what it proposes ([G6])? */
export function isStale(suggestion: { base: PartContent; proposed: PartContent }, present: PartContent): boolean {
  return decideAccept({ ...suggestion, state: 'open' }, present) === 'stale'
}
