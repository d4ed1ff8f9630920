import { insertContribution, updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { ContributionType } from '../../../domain/threads/words.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

/**
 * Posts words that come out of another act than contributing where they can be answered.
 *
 * @param also what the event of that act says besides.
 * @returns id of the contribution.
 */
export async function postWords(
  deps: Deps,
  q: Q,
  { threadId, by, type, text }: { threadId: string; by: string; type: ContributionType; text: string },
  also: Record<string, string | null> = {},
): Promise<string> {
  const now = deps.now()
  const id = deps.newId()
  await insertContribution(q, {
    id,
    threadId,
    replyTo: null,
    candidate: null,
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
    payload: { by, contribution: id, replyTo: null, type, ...also },
    leaf: { text },
  })
  return id
}
