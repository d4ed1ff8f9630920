import type { WorkshopThing } from './policy.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

/** Who sees a workshop: members, and who is in it; a guest only of their own. */
export function readWorkshop(viewer: Viewer | null, { role }: WorkshopThing): boolean {
  return viewer !== null && !viewer.suspended && (role !== null || isMember(viewer))
}

/** Who directs it: its facilitators and moderators (workshops SPEC [L2]). */
export function leadWorkshop(viewer: Viewer | null, { role }: WorkshopThing): boolean {
  return isModerator(viewer) || (isMember(viewer) && role === 'facilitator')
}
