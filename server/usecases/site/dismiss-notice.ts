import { dismiss } from '../../../db/queries/dismissals.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

/**
 * Somebody does not want to see the way in for newcomers, or an announcement, any more. It is theirs alone and stands in
 * no record.
 *
 * @param what `welcome`, or `announcement/<when it was written>`.
 * @throws AppError `signed-out`, `bad-input`.
 */
export async function dismissNotice(deps: Deps, viewer: Viewer | null, { what }: { what: string }): Promise<void> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to put this away.')
  if (!/^(welcome|announcement\/\d{1,15})$/.test(what)) {
    throw new AppError('bad-input', 'There is no such notice to put away.')
  }
  await deps.store.tx((q) => dismiss(q, { actorId: viewer.actorId, what, at: deps.now() }))
}
