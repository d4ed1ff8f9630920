import type { Party, PhaseAct } from '../workshops/phases.ts'
import { mayWriteIn, phaseAllows } from '../workshops/phases.ts'
import type { PhaseKind, Writers } from '../workshops/words.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

/**
 * What a draft is to a viewer in the room: the common text, the same while the room sits at tables, the version of their
 * table or of another one, or a version from tables that are over (workshops SPEC [T5], [T7]).
 */
export type PlaceInRoom = 'common' | 'left' | 'own-table' | 'other-table' | 'former-table'

/** What the rules need to know of a live workshop that works on a draft, as it concerns one viewer. */
export interface RoomThing {
  /** Id of the workshop. */
  id: string
  /** Of the present phase; null before the first. */
  kind: PhaseKind | null
  writers: Writers
  /** By a facilitator or by the clock: nobody but facilitators writes, whatever the phase allows. */
  locked: boolean
  /** The viewer leads it. */
  facilitator: boolean
  /** The viewer is in the room: joined, and neither left nor taken out. */
  inRoom: boolean
  place: PlaceInRoom
}

/** As what somebody is in a room. Whoever has an account that may not write the atlas is as a guest. */
export function partyOf(viewer: Viewer, room: Pick<RoomThing, 'facilitator'>): Party {
  if (!isMember(viewer)) return 'guest'
  return room.facilitator || isModerator(viewer) ? 'facilitator' : 'member'
}

/** May somebody in the room do this now, by the phase alone ([G4])? */
export function mayInRoom(viewer: Viewer | null, room: RoomThing, act: PhaseAct): boolean {
  if (!viewer || viewer.suspended || !room.inRoom || room.kind === null) return false
  return phaseAllows(room.kind, partyOf(viewer, room), act)
}

/** Who writes a draft that a live workshop works on ([G3]). */
export function writeInRoom(viewer: Viewer, room: RoomThing): boolean {
  if (viewer.suspended) return false
  const party = partyOf(viewer, room)
  if (party === 'facilitator') return true
  const here = room.place === 'common' || room.place === 'own-table'
  return room.inRoom && here && mayWriteIn(room.writers, room.locked, party)
}

/** Whether where somebody sits lets them say something about this text ([G5]): not about what another table works on. */
export function seatAllows(viewer: Viewer | null, room: RoomThing): boolean {
  if (room.place !== 'other-table') return true
  return viewer !== null && partyOf(viewer, room) === 'facilitator'
}
