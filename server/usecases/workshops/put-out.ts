import { findGuest, revokeSessionsOf, updateGuest, updateWorkshopPerson } from '../../../db/queries/workshop-people.ts'
import { endTurnsOf } from '../../../db/queries/workshop-talk.ts'
import type { Q } from '../../../db/store.ts'

/**
 * Ends somebody's being in the room: by themselves, by a facilitator, or as an account that says the guest was it. They
 * wait for no turn to speak any more, and a guest's sessions end. The caller records why, and tells it after commit.
 *
 * @returns whether it was a guest.
 */
export async function putOut(
  q: Q,
  { workshopId, actorId }: { workshopId: string; actorId: string },
  how: 'left' | 'removed',
  now: number,
): Promise<boolean> {
  await updateWorkshopPerson(q, { workshopId, actorId }, how === 'left' ? { leftAt: now } : { removedAt: now })
  await endTurnsOf(q, workshopId, actorId, now)
  const guest = await findGuest(q, actorId)
  if (!guest) return false
  if (how === 'removed') await updateGuest(q, actorId, { removedAt: now })
  await revokeSessionsOf(q, actorId, now)
  return true
}
