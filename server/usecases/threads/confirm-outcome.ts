import { updateThread } from '../../../db/queries/threads.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { ConfirmDecision } from '../../../domain/threads/standing.ts'
import { decideConfirm } from '../../../domain/threads/standing.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadThread, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

const refusals: Record<Exclude<ConfirmDecision, 'confirm'>, readonly ['conflict' | 'not-allowed', string]> = {
  'nothing-to-confirm': ['conflict', 'This thread was reopened meanwhile; there is no outcome to confirm.'],
  'confirmed-already': ['conflict', 'This outcome is confirmed already.'],
  'own-resolution': ['not-allowed', 'You resolved this thread yourself. Somebody else confirms it, or its term does.'],
}

/**
 * Confirms a provisional outcome before its term ([T22], [T23]).
 *
 * @throws AppError `conflict`, `not-found`, `not-allowed`, `signed-out`.
 */
export async function confirmOutcome(deps: Deps, viewer: Viewer | null, input: { threadId: string }): Promise<void> {
  const asking = signedIn(viewer)
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    const { thread, thing } = loaded
    const now = deps.now()
    const decision = decideConfirm(thread, by.actorId, now)
    if (decision !== 'nothing-to-confirm' && !can(by, 'thread.confirm', thing)) {
      throw new AppError('not-allowed', 'A moderator or a facilitator confirms an outcome; else it stands after a day.')
    }
    if (decision !== 'confirm') throw new AppError(...refusals[decision])
    await updateThread(q, thread.id, { confirmedBy: by.actorId, confirmedAt: now, updatedAt: now })
    await recordEvent(deps, q, {
      type: 'thread.confirmed',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, outcome: thread.outcome },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'thread.confirmed'))
}
