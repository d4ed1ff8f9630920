import type { NotificationRow } from '../../../db/queries/notifications.ts'
import { findCandidates, findDraftsFor, findThreads } from '../../../db/queries/notified.ts'
import type { ThreadRow } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { mayRead } from '../../../domain/notifications/audience.ts'
import { kinds } from '../../../domain/notifications/kinds.ts'
import { settlementOf } from '../../../domain/notifications/settlement.ts'
import { excerpt } from '../../../domain/text/excerpt.ts'
import { confirmationTerm } from '../../../domain/threads/standing.ts'
import { outcomeLabels, threadKindLabels } from '../../../domain/threads/words.ts'
import type { Look, Looking } from '../look.ts'
import { lineLength, sights } from '../look.ts'

/** Threads: opened, resolved, reopened. */
export const lookAtThreads: Look = async (q, rows, { viewer, now }) => {
  const seen = await readableThreads(
    q,
    rows.map(({ ref }) => ref),
    { viewer },
  )
  return sights(rows, (row) => {
    const { kind, ref } = row
    const found = seen(row, ref)
    if (!found) return null
    const { thread, draft } = found
    const facts = { thread: { state: thread.state, createdBy: thread.createdBy, draft }, resolution: thread }
    const waiting = kind === 'outcome-confirm'
    return {
      title: thread.title,
      noun: threadKindLabels[thread.kind],
      href: `/threads/${ref}${thread.state === 'resolved' ? '#outcome' : ''}`,
      line: excerpt(lineOf(thread, kind), lineLength),
      // Unconfirmed it stands by itself after its term.
      due: waiting && thread.resolvedAt !== null ? thread.resolvedAt + confirmationTerm : null,
      settlement: waiting ? settlementOf(kind, viewer, facts, now) : 'told',
    }
  })
}

function lineOf({ outcome, outcomeReason, kind: threadKind }: ThreadRow, kind: NotificationRow['kind']): string {
  if (kind === 'thread') return threadKindLabels[threadKind]
  if (kind === 'words-deleted') return 'The words are gone for good; their place and the answers to them stay.'
  if (outcome === null) return 'It is open.'
  return `${outcomeLabels[outcome]}: ${outcomeReason ?? ''}`
}

/** Wordings that compete in threads. */
export const lookAtCandidates: Look = async (q, rows, looking) => {
  const seen = await readableThreads(
    q,
    rows.map(({ ref }) => threadOf(ref)),
    looking,
  )
  const all = await findCandidates(
    q,
    rows.map(({ ref }) => threadOf(ref)),
  )
  const found = new Map(all.map((row) => [`${row.threadId}/${row.n}`, row]))
  return sights(rows, (row) => {
    const candidate = found.get(row.ref)
    const readable = seen(row, threadOf(row.ref))
    if (!candidate || !readable) return null
    const { thread } = readable
    return {
      title: thread.title,
      noun: threadKindLabels[thread.kind],
      href: `/threads/${thread.id}#candidate-${candidate.n}`,
      line: excerpt(`Candidate ${candidate.n}: ${candidate.text}`, lineLength),
      due: null,
      settlement: 'told',
    }
  })
}

const threadOf = (ref: string) => ref.split('/')[0] ?? ''

/** Finds the thread of a row where its reader may see it. */
export async function readableThreads(q: Q, threadIds: readonly string[], { viewer }: Pick<Looking, 'viewer'>) {
  const threads = await findThreads(q, threadIds)
  const drafts = await findDraftsFor(
    q,
    [...threads.values()].map(({ thread }) => thread.draftId),
    viewer.actorId,
  )
  return ({ kind }: NotificationRow, id: string): { thread: ThreadRow; draft: DraftThing | null } | null => {
    const thread = threads.get(id)?.thread
    const draft = drafts.get(thread?.draftId ?? null)?.thing ?? null
    if (!thread || (thread.draftId !== null && !draft) || !mayRead(kinds[kind], viewer, draft)) return null
    return { thread, draft }
  }
}
