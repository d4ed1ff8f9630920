import { findContributionRows, findDraftsFor, findThreads, listAnswered } from '../../../db/queries/notified.ts'
import { mayRead } from '../../../domain/notifications/audience.ts'
import { kinds } from '../../../domain/notifications/kinds.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import { threadKindLabels } from '../../../domain/threads/words.ts'
import type { Look } from '../look.ts'
import { lineLength, sights } from '../look.ts'

/** Contributions in threads. */
export const lookAtContributions: Look = async (q, rows, { viewer, now }) => {
  const ids = rows.map(({ ref }) => ref)
  const found = new Map((await findContributionRows(q, ids)).map((row) => [row.id, row]))
  const threads = await findThreads(
    q,
    [...found.values()].map(({ threadId }) => threadId),
  )
  const drafts = await findDraftsFor(
    q,
    [...threads.values()].map(({ thread }) => thread.draftId),
    viewer.actorId,
  )
  const answered = await listAnswered(q, ids, viewer.actorId)
  return sights(rows, ({ kind, ref }) => {
    const contribution = found.get(ref)
    const thread = contribution && threads.get(contribution.threadId)?.thread
    const draft = drafts.get(thread?.draftId ?? null)?.thing ?? null
    if (!thread || (thread.draftId !== null && !draft) || !mayRead(kinds[kind], viewer, draft)) return null
    const deleted = contribution.deletedAt !== null
    const thing = { state: thread.state, createdBy: thread.createdBy, draft }
    const facts = { thread: thing, deleted, answered: answered.has(ref) }
    return {
      title: thread.title,
      noun: threadKindLabels[thread.kind],
      href: `/threads/${thread.id}?at=${ref}#c-${ref}`,
      line: deleted ? 'These words were deleted.' : excerpt(contribution.text, lineLength),
      due: null,
      settlement: kind === 'reply' ? settlementOf(kind, viewer, facts, now) : 'told',
    }
  })
}
