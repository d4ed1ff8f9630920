import { listAttached } from '../../../db/queries/attached-sources.ts'
import { reviseContribution, updateThread } from '../../../db/queries/threads.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { holdFirstPost, limitWriting } from '../moderation/write-limits.ts'
import { loadContribution, signedIn, threadEvents, touchWhenPublic } from './thread-access.ts'

/**
 * Gives one's own contribution another wording; the earlier one is kept ([T8]). What it may say is limited, and looked
 * at first, as where it was posted (moderation SPEC [Y10], [Y16], [Y18]).
 *
 * @throws AppError `bad-input` (field `text`), `gone` when it is deleted, `too-many`, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function editContribution(
  deps: Deps,
  viewer: Viewer | null,
  input: { contributionId: string; text: string },
): Promise<{ threadId: string; changed: boolean }> {
  const asking = signedIn(viewer)
  const text = checkText(input.text, { field: 'text', label: 'your contribution', limit: 'contribution' })
  const { thread, changed } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadContribution(q, by, input.contributionId)
    const { thread, contribution, own } = loaded
    if (own.deletedContribution) throw new AppError('gone', 'This contribution was deleted.')
    if (!can(by, 'contribution.edit', own)) {
      throw new AppError(
        'not-allowed',
        own.state === 'resolved' ? 'This thread is resolved.' : 'Only its author may edit a contribution.',
      )
    }
    await refuseWithheld(q, `contribution/${contribution.id}`)
    if (contribution.text === text) return { thread, changed: false }
    const now = deps.now()
    const writing = { actorId: by.actorId, threadId: thread.id, draftId: thread.draftId }
    const urls = (await listAttached(q, { contributionId: contribution.id })).map(({ url }) => url)
    await limitWriting(deps, q, writing, { text, urls })
    await reviseContribution(q, contribution, text, now)
    const waits = await holdFirstPost(deps, q, writing, { kind: 'contribution', id: contribution.id })
    await updateThread(q, thread.id, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'contribution.edited',
      subject: `thread/${thread.id}`,
      payload: {
        ...{ by: by.actorId, contribution: contribution.id, revision: contribution.revision + 1 },
        ...(waits && { waits }),
      },
      leaf: { text },
    })
    await touchWhenPublic(q, loaded)
    return { thread, changed: true }
  })
  if (changed) deps.live.publish(threadEvents(thread, 'contribution.edited'))
  return { threadId: thread.id, changed }
}
