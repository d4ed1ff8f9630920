import { isOpenDraft, manageDraft, writeDraft } from './draft-rights.ts'
import type { DraftThing } from './policy.ts'
import type { Viewer } from './viewer.ts'
import { isFacilitator, isMember, isModerator } from './viewer.ts'

/** A live meeting, for one viewer. */
export interface WorkshopThing {
  state: 'planned' | 'live' | 'ended'
  /** The viewer's own role in it; null where they are not in it, or not any more. */
  role: 'facilitator' | 'participant' | null
}

/** Who sees a workshop: members, and who is in it; a guest only of their own. */
export function readWorkshop(viewer: Viewer | null, { role }: WorkshopThing): boolean {
  return viewer !== null && !viewer.suspended && (role !== null || isMember(viewer))
}

/** Who directs it: its facilitators and moderators (workshops SPEC [L2]). */
export function leadWorkshop(viewer: Viewer | null, { role }: WorkshopThing): boolean {
  return isModerator(viewer) || (isMember(viewer) && role === 'facilitator')
}

/** Who has a workshop work on a draft: a facilitator who may write or manage it (workshops SPEC [L1]). */
export function linkToWorkshop(viewer: Viewer | null, draft: DraftThing): boolean {
  return isFacilitator(viewer) && isOpenDraft(draft) && (writeDraft(viewer, draft) || manageDraft(viewer, draft))
}

/** Who leads the live workshop that works on a draft, and may put it to the vote ([L3]). */
export function leadsRoomOn(viewer: Viewer | null, draft: DraftThing): boolean {
  return isMember(viewer) && !draft.deleted && draft.workshop?.facilitator === true
}
