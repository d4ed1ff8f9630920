import { insertContribution, updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { ContributionType } from '../../../domain/threads/words.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

interface Words {
  threadId: string
  by: string
  type: ContributionType
  text: string
  replyTo?: string | null
  /** Number of the candidate that they are about. */
  candidate?: number | null
}

/**
 * Posts a contribution, whatever act it comes from. Who may is asked before.
 *
 * @param also what the event says besides.
 * @returns id of the contribution.
 */
export async function postWords(
  deps: Deps,
  q: Q,
  { threadId, by, type, text, replyTo = null, candidate = null }: Words,
  also: Record<string, string | number | null> = {},
): Promise<string> {
  const now = deps.now()
  const id = deps.newId()
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
  await updateThread(q, threadId, { updatedAt: now })
  await recordEvent(deps, q, {
    type: 'contribution.posted',
    subject: `thread/${threadId}`,
    payload: { by, contribution: id, replyTo, type, ...also },
    leaf: { text },
  })
  return id
}
