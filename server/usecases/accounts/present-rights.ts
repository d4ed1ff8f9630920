import { findAccount } from '../../../db/queries/drafts.ts'
import { findGuest } from '../../../db/queries/workshop-people.ts'
import type { Q } from '../../../db/store.ts'
import { guestIsIn } from '../../../domain/access/guests.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { AppError } from '../../errors.ts'

/**
 * The same person with the role and suspension that hold at this moment: call it inside the transaction.
 *
 * @throws AppError `signed-out` when the account is gone, and for a guest: what guests do asks `presentInRoom`.
 */
export async function presentRights(q: Q, viewer: Viewer): Promise<Viewer> {
  const account = await findAccount(q, { actorId: viewer.actorId })
  if (!account && viewer.role === 'guest') throw new AppError('signed-out', 'Sign in with an account to do this.')
  if (!account) throw new AppError('signed-out', 'This account is not there any more.')
  return { ...viewer, role: account.role, suspended: account.suspendedAt !== null }
}

/**
 * The same for an act that is open to guests of a workshop, too.
 *
 * @throws AppError `signed-out` when the account is gone, or the guest was taken out.
 */
export async function presentInRoom(q: Q, viewer: Viewer, now: number): Promise<Viewer> {
  if (viewer.role !== 'guest') return presentRights(q, viewer)
  const guest = await findGuest(q, viewer.actorId)
  if (!guest || !guestIsIn(guest, now)) {
    throw new AppError('signed-out', 'You are not in the workshop any more. Join it again with its code.')
  }
  return { ...viewer, name: guest.name }
}
