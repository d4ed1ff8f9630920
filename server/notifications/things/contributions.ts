import { findContributionRows, listAnswered } from '../../../db/queries/notified.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { KindId } from '../../../domain/notifications/kinds.ts'
import type { Facts, Settlement } from '../../../domain/notifications/settlement.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import { threadKindLabels } from '../../../domain/threads/words.ts'
import type { Look } from '../look.ts'
import { lineLength, sights } from '../look.ts'
import { readableThreads } from './threads.ts'

/** Contributions in threads. */
export const lookAtContributions: Look = async (q, rows, { viewer, now }) => {
  const ids = rows.map(({ ref }) => ref)
  const found = new Map((await findContributionRows(q, ids)).map((row) => [row.id, row]))
  const readable = await readableThreads(
    q,
    [...found.values()].map(({ threadId }) => threadId),
    { viewer },
  )
  const answered = await listAnswered(q, ids, viewer.actorId)
  return sights(rows, (row) => {
    const { kind, ref } = row
    const contribution = found.get(ref)
    const seen = contribution && readable(row, contribution.threadId)
    if (!seen) return null
    const { thread, draft } = seen
    const deleted = contribution.deletedAt !== null
    const thing = { state: thread.state, createdBy: thread.createdBy, draft }
    const facts = { thread: thing, deleted, answered: answered.has(ref) }
    return {
      title: thread.title,
      noun: threadKindLabels[thread.kind],
      href: `/threads/${thread.id}?at=${ref}#c-${ref}`,
      line: deleted ? 'These words were deleted.' : excerpt(contribution.text, lineLength),
      due: null,
      settlement: settled(kind, viewer, facts, now),
    }
  })
}

/** Who is named where they may only read is told of it, and asked nothing. */
function settled(kind: KindId, viewer: Viewer, facts: Facts['reply'], now: number): Settlement | 'told' {
  if (kind !== 'reply' && kind !== 'mention') return 'told'
  const settlement = settlementOf(kind, viewer, facts, now)
  const news = kind === 'mention' && settlement === 'over' && facts.thread.state === 'open' && !facts.deleted
  return news ? 'told' : settlement
}
