import type { DraftState } from '../drafts/moves.ts'

/** States of a draft whose last ballot is over and did not adopt it. */
const lostStates: readonly DraftState[] = ['returned', 'withdrawn', 'archived', 'merged']

/** Rests the draft, so that its text may be kept as a variant? Cheaper to ask than the whole fault. */
export function restsUnadopted(state: DraftState): boolean {
  return lostStates.includes(state)
}

/** What keeping a text as a minority variant looks at (SPEC [P30]). */
export interface VariantFacts {
  draftState: DraftState
  /** The ballot in which the draft stood last; null where there was none. */
  ballot: { state: string; adopted: boolean } | null
  /** Hash of the text that was voted on; null where none was frozen. */
  hash: string | null
  /** Hash of the current text; null where nothing is in the atlas under this entry. */
  currentHash: string | null
  /** Whether this very text is a variant already. */
  isKept: boolean
}

/** Why a text cannot be kept as a minority variant, in words; null where it can (SPEC [P30]). */
export function variantFault({ draftState, ballot, hash, currentHash, isKept }: VariantFacts): string | null {
  if (!ballot || hash === null) return 'No ballot was about this draft. A variant is a text that was voted on.'
  if (ballot.state !== 'closed') return 'Its ballot has not been decided.'
  if (ballot.adopted || !restsUnadopted(draftState)) {
    return 'Only the text of a draft that its ballot did not adopt, and that rests now, is kept as a variant.'
  }
  if (currentHash === null) return 'The entry is not in the atlas. A variant stands beside a current text.'
  if (hash === currentHash) return 'The current version says the very same.'
  return isKept ? 'This text is kept as a variant already.' : null
}

/** The decision line of a minority variant. */
export const variantSummary = 'Not adopted; kept by a moderator as a minority variant.'
