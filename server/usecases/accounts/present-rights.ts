import { findAccount } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { AppError } from '../../errors.ts'

/**
 * The same person with the role and suspension that hold at this moment: call it inside the transaction.
 *
 * @throws AppError `signed-out` when the account is gone.
 */
export async function presentRights(q: Q, viewer: Viewer): Promise<Viewer> {
  const account = await findAccount(q, { actorId: viewer.actorId })
  if (!account) throw new AppError('signed-out', 'This account is not there any more.')
  return { ...viewer, role: account.role, suspended: account.suspendedAt !== null }
}
