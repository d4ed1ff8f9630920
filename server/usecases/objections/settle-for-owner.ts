import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canActFor } from '../../../domain/objections/stand-ins.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { changeObjection } from './change-objection.ts'

/**
 * Says for the owner of an objection what would settle it; the owner's words stay beside it ([O16]).
 *
 * @throws AppError `bad-input` (field `settledBy`), `conflict` when it is not open, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function settleForOwner(
  deps: Deps,
  viewer: Viewer | null,
  input: { objectionId: string; settledBy: string },
): Promise<void> {
  const settledBy = checkText(input.settledBy, { field: 'settledBy', label: 'what would settle it', limit: 'reason' })
  await changeObjection(deps, viewer, input.objectionId, 'objection.settling-said', async (q, by, loaded) => {
    const { objection, standing, thing } = loaded
    if (objection.disposition !== 'open') throw new AppError('conflict', 'It is not open any more.')
    if (!can(by, 'objection.settle-for', thing) || !canActFor(standing, by.actorId)) {
      throw new AppError('not-allowed', 'Who stands in for its owner says what would settle it.')
    }
    await updateObjection(q, objection.id, { standInSettledBy: settledBy })
    return { leaf: { settledBy } }
  })
}
