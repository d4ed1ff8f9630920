import { updateObjection } from '../../../db/queries/objections.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canDispose, dispositionLabels, givenDispositions, needsReason } from '../../../domain/objections/rules.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signedIn } from '../threads/thread-access.ts'
import { loadObjection, objectionEvents, touchForObjection } from './objection-access.ts'

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
  const objection = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadObjection(q, by, input.objectionId)
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
    await recordEvent(deps, q, {
      type: 'objection.disposed',
      subject: `draft/${objection.draftId}`,
      payload: { by: by.actorId, objection: objection.id, disposition },
      leaf: { reason },
    })
    await touchForObjection(q, loaded)
    return objection
  })
  deps.live.publish(objectionEvents(objection, 'objection.disposed'))
}
