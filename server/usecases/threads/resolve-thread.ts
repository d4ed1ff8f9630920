import { updateThread } from '../../../db/queries/threads.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { decideResolve, outcomesOf } from '../../../domain/threads/rules.ts'
import { outcomeLabels, threadOutcomes } from '../../../domain/threads/words.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { loadThread, presentRights, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

export interface ResolveThread {
  threadId: string
  outcome: string
  reason: string
}

/**
 * Ends an open thread with an outcome and a reason ([T12], [T13]).
 *
 * @throws AppError `bad-input` (field `outcome` or `reason`), `conflict` when it is resolved already, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function resolveThread(deps: Deps, viewer: Viewer | null, input: ResolveThread): Promise<void> {
  const asking = signedIn(viewer)
  const reason = checkText(input.reason, { field: 'reason', label: 'the reason', limit: 'reason' })
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    const { thread, thing } = loaded
    if (thing.state === 'resolved') throw new AppError('conflict', 'Somebody has resolved this thread meanwhile.')
    if (!can(by, 'thread.resolve', thing)) {
      throw new AppError('not-allowed', 'Only who opened it, the owner of the draft or a moderator may resolve it.')
    }
    const subject = { kind: thread.kind, header: thread.header, onDraft: thread.draftId !== null }
    const outcome = threadOutcomes.find((one) => one === input.outcome)
    const decision = outcome ? decideResolve(subject, outcome) : 'unfit'
    if (!outcome || decision === 'unfit') {
      const fitting = outcomesOf(subject).map((one) => outcomeLabels[one])
      throw new AppError('bad-input', `Choose one of: ${fitting.join(', ')}.`, 'outcome')
    }
    if (decision === 'no-observation') {
      throw new AppError('bad-input', 'Write the observation in the header first: it is the signal.', 'outcome')
    }
    const now = deps.now()
    await updateThread(q, thread.id, {
      state: 'resolved',
      outcome,
      outcomeReason: reason,
      resolvedBy: by.actorId,
      resolvedAt: now,
      updatedAt: now,
    })
    await recordEvent(deps, q, {
      type: 'thread.resolved',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, outcome },
      leaf: { reason, header: thread.header },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish(threadEvents(thread, 'thread.resolved'))
}
