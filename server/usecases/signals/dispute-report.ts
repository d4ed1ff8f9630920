import { findSignal, listReportsOfThread, updateSignal } from '../../../db/queries/signals.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { moveSignal } from '../../../domain/signals/machine.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { postWords } from '../threads/post-words.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import { signalCase, signalEvents } from './signal-access.ts'

/**
 * Disputes, in its hearing, that a reported signal landed; the reason stands there as a reason against (signals SPEC
 * [F8]). One hearing may have a report on words that were replaced and one on the present ones.
 *
 * @throws AppError `bad-input` (reason), `conflict` where the report is not open or disputed already, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function disputeReport(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; reportId: string; reason?: string | undefined },
): Promise<void> {
  const asking = signedIn(viewer)
  const text = checkText(input.reason, { field: 'reason', label: 'why it has not landed', limit: 'contribution' })
  const thread = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    mayPost(by, loaded)
    const { thread } = loaded
    const report = (await listReportsOfThread(q, thread.id)).find(({ id }) => id === input.reportId)
    const signal = report && (await findSignal(q, report.signalId))
    if (!signal) throw new AppError('not-found', 'This hearing is about no such report.')
    if (report.outcome !== null) throw new AppError('conflict', 'This report is not open any more.', 'reason')
    const moved = moveSignal(await signalCase(q, signal), { kind: 'dispute' })
    if (!moved) {
      throw new AppError('conflict', 'The report is disputed already. Post your reason as a contribution.', 'reason')
    }
    const id = await postWords(deps, q, { threadId: thread.id, by: by.actorId, type: 'against', text })
    await updateSignal(q, signal.id, { state: moved.state })
    await recordEvent(deps, q, {
      type: 'signal.disputed',
      subject: `entry/${thread.entryId}`,
      payload: { by: by.actorId, signal: signal.id, report: report.id, contribution: id },
    })
    await touchWhenPublic(q, loaded)
    return thread
  })
  deps.live.publish([
    ...threadEvents(thread, 'contribution.posted'),
    ...signalEvents({ entryId: thread.entryId }, 'signal.disputed'),
  ])
}
