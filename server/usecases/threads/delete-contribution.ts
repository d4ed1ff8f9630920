import { listNamedThreads } from '../../../db/queries/contribution-links.ts'
import { findSource } from '../../../db/queries/signals.ts'
import { eraseContribution, updateThread } from '../../../db/queries/threads.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { endEmptyReport } from '../signals/end-empty-report.ts'
import { signalEvents } from '../signals/signal-access.ts'
import { loadContribution, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

/**
 * Erases the words of a contribution, earlier ones included; its place in the thread and its answers stay ([T9]). With
 * the last source of a report the report ends (signals SPEC [F18]).
 *
 * @throws AppError `gone` when it is deleted already, `not-found`, `not-allowed`, `signed-out`.
 */
export async function deleteContribution(
  deps: Deps,
  viewer: Viewer | null,
  input: { contributionId: string },
): Promise<{ threadId: string }> {
  const asking = signedIn(viewer)
  const { thread, named } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadContribution(q, by, input.contributionId)
    const { thread, contribution, own } = loaded
    if (own.deletedContribution) throw new AppError('gone', 'This contribution is deleted already.')
    if (!can(by, 'contribution.delete', own)) {
      throw new AppError('not-allowed', 'Only its author or a moderator may delete a contribution.')
    }
    const now = deps.now()
    const named = await listNamedThreads(q, contribution.id)
    await eraseContribution(q, contribution, now)
    await updateThread(q, thread.id, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'contribution.deleted',
      subject: `thread/${thread.id}`,
      // Where somebody else than its author deleted it, the public log of moderation says so.
      payload: {
        by: by.actorId,
        contribution: contribution.id,
        ...(contribution.authorId === by.actorId ? {} : { ofAnother: true }),
      },
    })
    const source = await findSource(q, contribution.id)
    if (source) await endEmptyReport(deps, q, source.reportId)
    await touchWhenPublic(q, loaded)
    return { thread, named }
  })
  deps.live.publish([
    ...threadEvents(thread, 'contribution.deleted'),
    // What it named is not named by it any more.
    ...named.flatMap((one) => threadEvents(one, 'contribution.deleted')),
    ...signalEvents({ entryId: thread.entryId }, 'contribution.deleted'),
  ])
  return { threadId: thread.id }
}
