import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { decideName } from '../../../domain/objections/stand-ins.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { changeObjection } from './change-objection.ts'
import { mayStandIn } from './stand-in-access.ts'

/**
 * Names who stands in for one's own open objection, or releases them ([O12], [O13]).
 *
 * @param input.standInId an account; empty for nobody.
 * @throws AppError `bad-input` (field `standInId`), `conflict` when it is not open, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function nameStandIn(
  deps: Deps,
  viewer: Viewer | null,
  input: { objectionId: string; standInId: string },
): Promise<void> {
  await changeObjection(deps, viewer, input.objectionId, 'objection.stand-in-named', async (q, by, loaded) => {
    const { objection, standing, thing } = loaded
    const decision = decideName(standing, by.actorId)
    if (decision === 'not-open') throw new AppError('conflict', 'It is not open any more.')
    if (decision === 'not-yours' || !can(by, 'objection.name-stand-in', thing)) {
      throw new AppError('not-allowed', 'Only its owner names who stands in for an objection.')
    }
    const standInId = input.standInId === '' ? null : input.standInId
    if (standInId !== null) {
      const fits = standInId !== by.actorId && objection.draftId && (await mayStandIn(q, objection.draftId, standInId))
      if (!fits) {
        throw new AppError(
          'bad-input',
          'Choose somebody who may object to this draft and does not write it.',
          'standInId',
        )
      }
    }
    await updateObjection(q, objection.id, {
      standInId,
      standInSince: standInId === null ? null : deps.now(),
      standInNamed: standInId === null ? null : true,
    })
    return { payload: { standIn: standInId } }
  })
}
