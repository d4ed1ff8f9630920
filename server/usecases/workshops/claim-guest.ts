import { findActorName } from '../../../db/queries/actors.ts'
import { moveReactions } from '../../../db/queries/claimed-reactions.ts'
import { findGuest, findGuestOfSession, nameClaimedGuests, updateGuest } from '../../../db/queries/workshop-people.ts'
import type { Q } from '../../../db/store.ts'
import { guestIsIn } from '../../../domain/access/guests.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { putOut } from './put-out.ts'

/**
 * Gives an account what was said as a guest on the same browser: it stands under the account's name from then on, and
 * the guest is out of the room ([J11]).
 *
 * @param account who has just signed in there.
 * @param sessionId of the session that the browser still holds.
 * @returns what `tellGone` is told after commit; null where no guest was there.
 */
export async function claimGuest(
  deps: Deps,
  q: Q,
  account: { actorId: string; suspendedAt: number | null },
  sessionId: string | null,
): Promise<{ workshopId: string; actorId: string; type: string } | null> {
  const actorId = sessionId === null ? undefined : await findGuestOfSession(q, sessionId)
  const guest = actorId === undefined ? undefined : await findGuest(q, actorId)
  const now = deps.now()
  if (!guest || account.suspendedAt !== null || !guestIsIn(guest, now)) return null
  const { workshopId } = guest
  await updateGuest(q, guest.actorId, { claimedBy: account.actorId, claimedAt: now })
  await nameClaimedGuests(q, account.actorId, await findActorName(q, account.actorId))
  await moveReactions(q, guest.actorId, account.actorId)
  await putOut(q, guest, 'left', now)
  const type = 'workshop.claimed'
  await recordEvent(deps, q, {
    type,
    subject: `workshop/${workshopId}`,
    payload: { by: account.actorId, guest: guest.actorId },
  })
  return { workshopId, actorId: guest.actorId, type }
}
