import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canDispose, dispositionLabels, givenDispositions, needsReason } from '../../../domain/objections/rules.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { signedIn } from '../threads/thread-access.ts'
import { changeObjection } from './change-objection.ts'

export interface DisposeObjection {
  objectionId: string
  disposition: string
  reason?: string | undefined
}

/**
 * Gives an open objection its disposition ([O2], [O3]).
 *
 * @throws AppError `bad-input` (field `disposition` or `reason`), `conflict` when it has one already, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function disposeObjection(deps: Deps, viewer: Viewer | null, input: DisposeObjection): Promise<void> {
  const asking = signedIn(viewer)
  const disposition = givenDispositions.find((one) => one === input.disposition)
  if (!disposition) {
    const known = givenDispositions.map((one) => dispositionLabels[one]).join(', ')
    throw new AppError('bad-input', `Choose one of: ${known}.`, 'disposition')
  }
  const reason = checkText(input.reason, {
    field: 'reason',
    label: 'the reason',
    limit: 'reason',
    optional: !needsReason(disposition),
  })
  await changeObjection(deps, asking, input.objectionId, 'objection.disposed', async (q, by, loaded) => {
    const { objection, thing } = loaded
    if (objection.disposition !== 'open') {
      throw new AppError('conflict', `It is ${dispositionLabels[objection.disposition].toLowerCase()} already.`)
    }
    if (!can(by, 'objection.dispose', thing) || !canDispose(objection, by.actorId)) {
      throw new AppError(
        'not-allowed',
        objection.ownerId === by.actorId
          ? 'Somebody else answers your objection. You may withdraw it.'
          : 'The owner of the draft or a moderator answers an objection.',
      )
    }
    await updateObjection(q, objection.id, {
      disposition,
      reason: reason.trim() === '' ? null : reason,
      disposedBy: by.actorId,
      disposedAt: deps.now(),
    })
    return { payload: { disposition }, leaf: { reason } }
  })
}
