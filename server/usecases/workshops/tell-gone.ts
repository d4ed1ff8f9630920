import type { Deps } from '../../deps.ts'
import { roomEvents } from './room-access.ts'

/** Tells the room that somebody is out of it, and closes their sockets and streams. */
export function tellGone(
  deps: Deps,
  { workshopId, actorId, type }: { workshopId: string; actorId: string; type: string },
): void {
  deps.collab.reauthorise({ actorId })
  deps.live.publish([...roomEvents(workshopId, type), { topic: `actor/${actorId}`, type, id: workshopId }])
}
