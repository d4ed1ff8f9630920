import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canTakeUp } from '../../../domain/objections/stand-ins.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { changeObjection } from './change-objection.ts'

/**
 * Opens again, as its owner, an objection that a stand-in withdrew ([O18]).
 *
 * @throws AppError `conflict` where no stand-in withdrew it or it was taken up before, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function takeUpObjection(
  deps: Deps,
  viewer: Viewer | null,
  input: { objectionId: string },
): Promise<void> {
  await changeObjection(deps, viewer, input.objectionId, 'objection.taken-up', async (q, by, loaded) => {
    const { objection, standing, thing } = loaded
    if (objection.ownerId !== by.actorId)
      throw new AppError('not-allowed', 'Only its owner takes an objection up again.')
    const may = can(by, 'objection.take-up', thing)
    if (!canTakeUp({ ...standing, takenUpAt: objection.takenUpAt }, by.actorId, may)) {
      throw new AppError('conflict', 'Only what a stand-in withdrew is taken up again, once, while the draft is open.')
    }
    await updateObjection(q, objection.id, {
      disposition: 'open',
      reason: null,
      disposedBy: null,
      disposedAt: null,
      takenUpAt: deps.now(),
      standInId: null,
      standInSince: null,
      standInNamed: null,
    })
    return {}
  })
}
