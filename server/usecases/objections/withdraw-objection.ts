import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canWithdraw, dispositionLabels } from '../../../domain/objections/rules.ts'
import { canActFor } from '../../../domain/objections/stand-ins.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { signedIn } from '../threads/thread-access.ts'
import { changeObjection } from './change-objection.ts'

/**
 * Withdraws one's own open objection ([O4]), or with a reason one that one stands in for ([O16]). A sealed one is withdrawn by changing the vote ([O6]).
 *
 * @throws AppError `conflict` when it is sealed or not open any more, `bad-input` (field `reason`), `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function withdrawObjection(
  deps: Deps,
  viewer: Viewer | null,
  input: { objectionId: string; reason?: string | undefined },
): Promise<void> {
  const asking = signedIn(viewer)
  await changeObjection(deps, asking, input.objectionId, 'objection.withdrawn', async (q, by, loaded) => {
    const { objection, thing, standing } = loaded
    if (objection.sealed) throw new AppError('conflict', 'It belongs to your vote. Change the vote to withdraw it.')
    if (objection.disposition !== 'open') {
      throw new AppError('conflict', `It is ${dispositionLabels[objection.disposition].toLowerCase()} already.`)
    }
    const own = canWithdraw(objection, by.actorId)
    if (!can(by, 'objection.withdraw', thing) || !(own || canActFor(standing, by.actorId))) {
      throw new AppError('not-allowed', 'Only its owner may withdraw an objection, or who stands in for them.')
    }
    const rule = { field: 'reason', label: 'the reason', limit: 'reason', optional: own } as const
    const reason = checkText(input.reason, rule)
    await updateObjection(q, objection.id, {
      disposition: 'withdrawn',
      reason: reason.trim() === '' ? null : reason,
      disposedBy: by.actorId,
      disposedAt: deps.now(),
    })
    return { payload: { ...(!own && { standIn: true }) }, leaf: { reason } }
  })
}
