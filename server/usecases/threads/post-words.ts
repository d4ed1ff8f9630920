import { findThread, insertContribution, updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { ContributionType } from '../../../domain/threads/words.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { holdFirstPost, limitWriting } from '../moderation/write-limits.ts'

interface Words {
  threadId: string
  by: string
  type: ContributionType
  text: string
  replyTo?: string | null
  /** Number of the candidate that they are about. */
  candidate?: number | null
  /** Addresses of the sources that go with them. */
  urls?: readonly string[]
  /** Whether the limits were asked before, for all posts of one act. */
  limited?: boolean
}

/**
 * Posts a contribution, whatever act it comes from. Who may is asked before; how often, and whether it is looked at
 * first, is asked here (moderation SPEC [Y10], [Y16], [Y18]).
 *
 * @param also what the event says besides.
 * @returns id of the contribution.
 * @throws AppError `too-many`, `bad-input` (field `text`).
 */
export async function postWords(
  deps: Deps,
  q: Q,
  { threadId, by, type, text, replyTo = null, candidate = null, urls = [], limited = false }: Words,
  also: Record<string, string | number | null> = {},
): Promise<string> {
  const now = deps.now()
  const id = deps.newId()
  const writing = { actorId: by, threadId, draftId: (await findThread(q, threadId))?.draftId ?? null }
  if (!limited) await limitWriting(deps, q, writing, { text, urls })
  await insertContribution(q, {
    id,
    threadId,
    replyTo,
    candidate,
    type,
    text,
    authorId: by,
    revision: 1,
    createdAt: now,
    editedAt: null,
    deletedAt: null,
  })
  const waits = await holdFirstPost(deps, q, writing, { kind: 'contribution', id })
  await updateThread(q, threadId, { updatedAt: now })
  await recordEvent(deps, q, {
    type: 'contribution.posted',
    subject: `thread/${threadId}`,
    payload: { by, contribution: id, replyTo, type, ...(waits && { waits }), ...also },
    leaf: { text },
  })
  return id
}
