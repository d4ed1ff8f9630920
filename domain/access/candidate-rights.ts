import { commentOn, isOpenDraft, sayAbout } from './draft-rights.ts'
import type { ThreadThing } from './policy.ts'
import { takesWords } from './thread-rights.ts'
import type { Viewer } from './viewer.ts'
import { isFacilitator } from './viewer.ts'

/** What the rules need to know of a wording that competes in a thread. */
export interface CandidateThing extends ThreadThing {
  authorId: string
  standing: boolean
}

export function proposeCandidate(viewer: Viewer | null, thread: ThreadThing): boolean {
  return takesWords(thread) && isOpenDraft(thread.draft) && sayAbout(viewer, thread.draft, 'propose')
}

/** To reword or withdraw it. */
export function ownCandidate(viewer: Viewer | null, thing: CandidateThing): boolean {
  return thing.standing && proposeCandidate(viewer, thing) && thing.authorId === viewer?.actorId
}

export function mergeCandidate(viewer: Viewer | null, thread: ThreadThing): boolean {
  return isFacilitator(viewer) && proposeCandidate(viewer, thread)
}

/** To make a suggestion of it. */
export function carryCandidate(viewer: Viewer | null, { draft }: ThreadThing): boolean {
  return isOpenDraft(draft) && commentOn(viewer, draft) && (draft?.ownerId === viewer?.actorId || isFacilitator(viewer))
}
