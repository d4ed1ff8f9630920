import type { DraftState } from '../drafts/moves.ts'
import { openDraftStates } from '../drafts/moves.ts'
import type { DraftThing } from './policy.ts'
import { mayInRoom, seatAllows, writeInRoom } from './room-rights.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

const openStates = new Set<DraftState>(openDraftStates)

/** Who reads a draft. */
export function readDraft(viewer: Viewer | null, draft: DraftThing): boolean {
  if (draft.deleted) return isModerator(viewer)
  if (draft.visibility === 'public') return true
  if (viewer && !viewer.suspended && draft.memberRole !== null) return true
  // Who is in the room of a live workshop reads what it works on.
  if (viewer && !viewer.suspended && draft.workshop?.inRoom) return true
  if (draft.visibility === 'private') return isModerator(viewer)
  return isMember(viewer)
}

/** Whose lists it stands in: of those who read it, an unlisted one only its own people's and the moderators' ([V8]). */
export function findDraftInLists(viewer: Viewer | null, draft: DraftThing): boolean {
  if (!readDraft(viewer, draft)) return false
  return draft.visibility !== 'unlisted' || draft.memberRole !== null || isModerator(viewer)
}

/** Who writes it, while it can be written. */
export function writeDraft(viewer: Viewer | null, draft: DraftThing): boolean {
  if (!viewer || draft.deleted || !openStates.has(draft.state) || !readDraft(viewer, draft)) return false
  if (draft.workshop) return writeInRoom(viewer, draft.workshop)
  if (!isMember(viewer)) return false
  if (draft.memberRole !== null) return draft.memberRole === 'owner' || draft.memberRole === 'writer'
  return draft.writing === 'members'
}

/** Who decides about it and its people. */
export function manageDraft(viewer: Viewer | null, draft: DraftThing): boolean {
  return isMember(viewer) && !draft.deleted && (draft.ownerId === viewer.actorId || isModerator(viewer))
}

/** Who argues about it, or about what is published. */
export function commentOn(viewer: Viewer | null, draft: DraftThing | null): boolean {
  if (!isMember(viewer)) return false
  if (draft === null) return true
  if (draft.workshop && !seatAllows(viewer, draft.workshop)) return false
  return !draft.deleted && readDraft(viewer, draft) && draft.memberRole !== 'reader'
}

/** Who says something in its threads: whoever may comment, and whom the phase of a live workshop lets in its room. */
export function sayAbout(
  viewer: Viewer | null,
  draft: DraftThing | null,
  act: 'propose' | 'react' | 'comment',
): boolean {
  if (draft?.workshop && !seatAllows(viewer, draft.workshop)) return false
  if (commentOn(viewer, draft)) return true
  return !!draft && !draft.deleted && !!draft.workshop && mayInRoom(viewer, draft.workshop, act)
}

/** It is not decided yet. */
export function isOpenDraft(draft: DraftThing | null): boolean {
  return draft !== null && openStates.has(draft.state)
}
