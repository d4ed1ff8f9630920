import { deleteAttached, findAttached } from '../../../db/queries/attached-sources.ts'
import { eraseLeavesNaming } from '../../../db/queries/leaves.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signedIn } from '../threads/thread-access.ts'
import { ownerOf } from './attach-sources.ts'
import { loadOwner } from './source-access.ts'

/**
 * Removes a source for good, in the record too ([T26], [T27]).
 *
 * @throws AppError `gone` when it is removed already, `not-found`, `not-allowed`, `signed-out`.
 */
export async function removeSource(deps: Deps, viewer: Viewer | null, input: { sourceId: string }): Promise<void> {
  const asking = signedIn(viewer)
  const owner = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const source = await findAttached(q, input.sourceId)
    if (!source) throw new AppError('gone', 'This source was removed already.')
    const { id, contributionId, objectionId } = source
    const loaded = await loadOwner(
      q,
      by,
      contributionId === null ? { objectionId: objectionId ?? '' } : { contributionId },
    )
    loaded.mayRemove()
    await deleteAttached(q, id)
    await eraseLeavesNaming(q, { subject: loaded.subject, types: ['source.attached'] }, { source: id })
    await recordEvent(deps, q, {
      type: 'source.removed',
      subject: loaded.subject,
      payload: { by: by.actorId, ...ownerOf(loaded.owner), source: id },
    })
    await loaded.touch(q, deps.now())
    return loaded
  })
  deps.live.publish(owner.events('source.removed'))
}
