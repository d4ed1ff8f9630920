import { findContributionRows, listAnswered, listKept, listLocked } from '../../../db/queries/notified.ts'
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
  const threadIds = [...found.values()].map(({ threadId }) => threadId)
  const readable = await readableThreads(q, threadIds, { viewer })
  const asks = rows.some(({ kind }) => kind === 'reply' || kind === 'mention')
  const locked = asks ? await listLocked(q, threadIds) : new Set<string>()
  const kept = asks
    ? await listKept(q, [...ids.map(nameOf), ...threadIds.map((id) => `thread/${id}`)])
    : new Set<string>()
  const answered = await listAnswered(q, ids, viewer.actorId)
  return sights(rows, (row) => {
    const { kind, ref } = row
    const contribution = found.get(ref)
    const seen = contribution && readable(row, contribution.threadId)
    if (!seen) return null
    const { thread, draft } = seen
    const deleted = contribution.deletedAt !== null
    const { state, createdBy } = thread
    const thing = { state, createdBy, draft, locked: locked.has(thread.id) }
    const hidden = kept.has(nameOf(ref)) || kept.has(`thread/${thread.id}`)
    const facts = { thread: thing, deleted: deleted || hidden, answered: answered.has(ref) }
    return {
      title: thread.title,
      noun: threadKindLabels[thread.kind],
      href: `/threads/${thread.id}?at=${ref}#c-${ref}`,
      line: deleted
        ? 'These words were deleted.'
        : kept.has(nameOf(ref))
          ? 'These words are hidden.'
          : excerpt(contribution.text, lineLength),
      due: null,
      settlement: settled(kind, viewer, facts, now),
    }
  })
}

const nameOf = (id: string) => `contribution/${id}`

/** Who is named where they may only read is told of it, and asked nothing. */
function settled(kind: KindId, viewer: Viewer, facts: Facts['reply'], now: number): Settlement | 'told' {
  if (kind !== 'reply' && kind !== 'mention') return 'told'
  const settlement = settlementOf(kind, viewer, facts, now)
  const news = kind === 'mention' && settlement === 'over' && facts.thread.state === 'open' && !facts.deleted
  return news ? 'told' : settlement
}
