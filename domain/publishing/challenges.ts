import type { EntryKind } from '../entries/kinds.ts'
import { hearingPlaces, placeLabel } from '../threads/place.ts'
import type { ThreadKind } from '../threads/words.ts'

/** Answers a moderator may give (SPEC [P20]). */
export const challengeAnswers = ['upheld', 'dismissed'] as const

/** In which kind of thread a panel is argued again: its hearing, where it has one (SPEC [P18]). */
export function challengeThread(entryKind: EntryKind, place: string): { kind: ThreadKind; title: string } {
  const hearing = (['falsification', 'threshold'] as const).find((kind) =>
    hearingPlaces[kind].some((one) => one === place),
  )
  const label = placeLabel(entryKind, place) ?? place
  return { kind: hearing ?? 'general', title: `Challenged: ${label}` }
}
