import type { EntryKind } from '../entries/kinds.ts'
import type { PartContent, SuggestPlace } from '../suggestions/place.ts'
import { partHash, suggestPlace } from '../suggestions/place.ts'
import type { SuggestionState } from '../suggestions/words.ts'
import type { ThreadKind } from '../threads/words.ts'

export const candidateStates = ['standing', 'withdrawn', 'merged'] as const
export type CandidateState = (typeof candidateStates)[number]

/** The number of what stands there already ([W4]). */
export const statusQuo = 0

/** How many may stand at a time ([W3]). */
export const mostStanding = 12

/** How many of one author may stand in one thread in a silent phase ([W14]). */
export const mostSealed = 5

/** How many withdrawn ones a page shows ([W6]). */
export const mostWithdrawn = 50

const kindsWithCandidates: readonly ThreadKind[] = ['falsification', 'threshold', 'wording']

/** The place whose wording a thread's candidates compete for; null where it takes none ([W1]). */
export function candidatePlace(
  entryKind: EntryKind,
  thread: { kind: ThreadKind; place: string; draftId: string | null },
): SuggestPlace | null {
  if (thread.draftId === null || !kindsWithCandidates.includes(thread.kind)) return null
  const place = suggestPlace(entryKind, thread.place)
  return place === null || (place.type === 'field' && place.field.type !== 'text') ? null : place
}

/** The candidates that a page shows, in their order: of those withdrawn the latest ([W6]). */
export function shownCandidates<C extends { n: number; state: CandidateState }>(all: readonly C[]): C[] {
  const withdrawn = all.filter(({ state }) => state === 'withdrawn').sort((a, b) => a.n - b.n)
  const left = new Set(withdrawn.slice(0, -mostWithdrawn).map(({ n }) => n))
  return all.filter(({ n }) => !left.has(n))
}

/** What people call a candidate. */
export function candidateName(n: number): string {
  return n === statusQuo ? 'As it stands' : `Candidate ${n}`
}

/** What the status quo is called where nothing stands there ([W2]). */
export function nothingThere(kind: ThreadKind): string {
  if (kind === 'falsification') return 'No signal'
  return kind === 'threshold' ? 'No threshold' : 'No text'
}

/** Are no words left of what was typed ([W3])? */
export function isEmptyPart(part: PartContent): boolean {
  return Array.isArray(part) ? part.length === 0 : part === ''
}

export type ProposeDecision = { outcome: 'propose' | 'empty' | 'full' } | { outcome: 'says-already'; n: number }

/**
 * May this be proposed, or put in the place of one's own candidate ([W3])?
 *
 * @param standing candidates that stand, by the hash of what they say; the one that is being reworded left out; sealed ones take no room.
 * @param sealed it will be sealed, too ([W14]).
 */
export function decidePropose(
  proposed: PartContent,
  present: PartContent,
  standing: readonly { n: number; hash: string; sealed?: boolean }[],
  sealed = false,
): ProposeDecision {
  if (isEmptyPart(proposed)) return { outcome: 'empty' }
  const hash = partHash(proposed)
  const same = [{ n: statusQuo, hash: partHash(present) }, ...standing].find((one) => one.hash === hash)
  if (same) return { outcome: 'says-already', n: same.n }
  const room = standing.filter((one) => !one.sealed).length
  return { outcome: !sealed && room >= mostStanding ? 'full' : 'propose' }
}

/** May its author still change its words ([W5])? */
export function mayReword(about: { reactions: number; reasonsOfOthers: number }): boolean {
  return about.reactions === 0 && about.reasonsOfOthers === 0
}

export type CarryDecision = 'carry' | 'ended' | 'carried' | 'stands-already'

/** Does a candidate become a suggestion ([W11])? @param suggestion what it was carried as before. */
export function decideCarry(
  candidate: { state: CandidateState; suggestion: SuggestionState | null },
  present: PartContent,
  proposed: PartContent,
): CarryDecision {
  const { state, suggestion } = candidate
  if (state !== 'standing') return 'ended'
  if (suggestion !== null && suggestion !== 'declined' && suggestion !== 'withdrawn') return 'carried'
  return partHash(present) === partHash(proposed) ? 'stands-already' : 'carry'
}
