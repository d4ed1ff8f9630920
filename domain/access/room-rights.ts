import type { Party, PhaseAct } from '../workshops/phases.ts'
import { mayWriteIn, phaseAllows } from '../workshops/phases.ts'
import type { PhaseKind, Writers } from '../workshops/words.ts'
import type { Viewer } from './viewer.ts'
import { isMember, isModerator } from './viewer.ts'

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
  return (room.inRoom || party === 'facilitator') && mayWriteIn(room.writers, room.locked, party)
}
