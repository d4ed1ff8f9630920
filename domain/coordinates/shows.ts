import type { DraftState } from '../drafts/moves.ts'

/** A draft withdrawn by its owner is not decided: it may be taken back and placed again. */
const decided: readonly DraftState[] = ['promoted', 'returned', 'published']

/** May somebody who reads the draft see how all placed it on an axis ([X2])? */
export function showsPlaces(about: { state: DraftState; placed: boolean }): boolean {
  return about.placed || decided.includes(about.state)
}
