import { endPlan, findPlan } from '../../../db/queries/publication-plans.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { currentViewer } from '../ballots/ballot-access.ts'
import { readableDraft } from '../drafts/draft-for.ts'

/**
 * Takes a planned publication back (publishing SPEC [P26]).
 *
 * @throws AppError `signed-out`, `not-found`, `not-allowed`, `conflict` where nothing is planned any more.
 */
export async function cancelPublication(deps: Deps, viewer: Viewer | null, draftId: string): Promise<void> {
  await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    await readableDraft(q, by, draftId)
    if (!can(by, 'moderation.read', null)) throw new AppError('not-allowed', 'Only a moderator publishes.')
    const plan = await findPlan(q, draftId)
    if (plan?.state !== 'planned') throw new AppError('conflict', 'No publication of this draft is planned any more.')
    await endPlan(q, draftId, { state: 'cancelled' })
    await recordEvent(deps, q, {
      type: 'publication.cancelled',
      subject: `draft/${draftId}`,
      payload: { draftId, at: plan.at, by: by.actorId },
    })
  })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'publication.cancelled', id: draftId }])
}
