import { findDraftFor } from '../../../db/queries/drafts.ts'
import { findHold, liftHold as lift } from '../../../db/queries/holds.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isModerator } from '../../../domain/access/viewer.ts'
import { decideLift } from '../../../domain/objections/holds.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signedIn } from '../threads/thread-access.ts'

/**
 * Lifts a running hold: one's own, or as a moderator with a reason ([O11]).
 *
 * @throws AppError `bad-input` (field `reason`), `conflict` when it is over, `not-found`, `not-allowed`, `signed-out`.
 */
export async function liftHold(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; holdId: string; reason?: string | undefined },
): Promise<void> {
  const asking = signedIn(viewer)
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const thing = (await findDraftFor(q, input.draftId, by.actorId))?.thing
    if (!thing || !can(by, 'draft.read', thing)) throw new AppError('not-found', 'There is no such draft.')
    if (!can(by, 'hold.lift', thing))
      throw new AppError('not-allowed', 'Lifting a hold needs an account of a contributor.')
    const hold = await findHold(q, input.holdId)
    if (!hold || hold.draftId !== input.draftId) throw new AppError('conflict', 'There is no such hold on this draft.')
    const now = deps.now()
    const decision = decideLift(hold, { actorId: by.actorId, isModerator: isModerator(by) }, now)
    if (decision === 'over-already') throw new AppError('conflict', 'This hold is over already.')
    if (decision === 'not-yours') {
      throw new AppError('not-allowed', 'Only its owner lifts a hold, or a moderator with a reason.')
    }
    const isOwn = hold.ownerId === by.actorId
    const rule = { field: 'reason', label: 'the reason', limit: 'reason', optional: isOwn } as const
    const reason = checkText(input.reason, rule).trim()
    await lift(q, hold.id, { liftedAt: now, liftedBy: by.actorId, liftReason: reason === '' ? null : reason })
    await recordEvent(deps, q, {
      type: 'hold.lifted',
      subject: `draft/${hold.draftId}`,
      payload: { by: by.actorId, hold: hold.id, own: isOwn },
      leaf: { reason },
    })
  })
  deps.live.publish(holdEvents(input.draftId, 'hold.lifted'))
}

/** What pages that show a draft's holds listen to. */
export function holdEvents(draftId: string, type: string): LiveEvent[] {
  return [{ topic: `draft/${draftId}`, type, id: draftId }]
}
