import { insertContribution, updateThread } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import type { ContributionType } from '../../../domain/threads/words.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

/** Posts the words of a report or of a dispute where they can be answered. @returns id of the contribution. */
export async function postInHearing(
  deps: Deps,
  q: Q,
  { threadId, by, type, text }: { threadId: string; by: string; type: ContributionType; text: string },
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
    payload: { by, contribution: id, replyTo: null, type },
    leaf: { text },
  })
  return id
}
