import { touchEntry } from '../../../db/queries/entries.ts'
import { findMerge } from '../../../db/queries/merge-threads.ts'
import { findDispute } from '../../../db/queries/relations.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isHearing } from '../../../domain/threads/words.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { disputeEvents } from '../relations/dispute-access.ts'
import { refuseSecondHearing } from './open-thread.ts'
import type { LoadedThread } from './thread-access.ts'
import { loadThread, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

/**
 * Opens a resolved thread again ([T14]).
 *
 * @throws AppError `bad-input` (field `reason`), `conflict` when it is open or another hearing of its kind is,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function reopenThread(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; reason: string },
): Promise<void> {
  const asking = signedIn(viewer)
  const reason = checkText(input.reason, { field: 'reason', label: 'the reason', limit: 'reason' })
  const { thread, dispute } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    if ((await findMerge(q, input.threadId)) !== null) {
      throw new AppError('conflict', 'This thread was merged into another one. Go on there.')
    }
    return { thread: loaded.thread, dispute: await reopen(deps, q, by, loaded, reason) }
  })
  deps.live.publish([...threadEvents(thread, 'thread.reopened'), ...disputeEvents(dispute, 'thread.reopened')])
}

/**
 * The same inside a transaction, for whatever act reopens it.
 *
 * @returns the dispute of which it is the thread, if it is one.
 * @throws AppError `conflict`, `not-allowed`.
 */
export async function reopen(deps: Deps, q: Q, by: Viewer, loaded: LoadedThread, reason: string) {
  const { thread, thing } = loaded
  if (thing.state === 'open') throw new AppError('conflict', 'This thread is open already.')
  if (!can(by, 'thread.reopen', thing)) {
    throw new AppError('not-allowed', 'Reopening needs an account of a contributor who may comment here.')
  }
  if (isHearing(thread.kind)) await refuseSecondHearing(q, thread, thread.kind)
  await updateThread(q, thread.id, {
    state: 'open',
    outcome: null,
    outcomeReason: null,
    outcomeCandidate: null,
    resolvedBy: null,
    resolvedAt: null,
    confirmedBy: null,
    confirmedAt: null,
    updatedAt: deps.now(),
  })
  await recordEvent(deps, q, {
    type: 'thread.reopened',
    subject: `thread/${thread.id}`,
    payload: { by: by.actorId, was: thread.outcome },
    leaf: { reason, outcomeReason: thread.outcomeReason },
  })
  await touchWhenPublic(q, loaded)
  const dispute = await findDispute(q, thread.id)
  if (dispute) await touchEntry(q, dispute.toId)
  return dispute
}
