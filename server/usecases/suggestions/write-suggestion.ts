import type { SuggestionRow } from '../../../db/queries/suggestions.ts'
import { insertSuggestion } from '../../../db/queries/suggestions.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { partHash } from '../../../domain/suggestions/place.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { limitWriting } from '../moderation/write-limits.ts'
import { touchForSuggestion } from './suggestion-access.ts'

type Made = Omit<Parameters<typeof insertSuggestion>[1], 'id' | 'createdAt' | 'draftId'>

/** Writes an open suggestion and its event. Rights and texts were checked; call it inside the transaction. */
export async function writeSuggestion(
  deps: Deps,
  q: Q,
  draft: { id: string; entryId: string; thing: DraftThing },
  made: Made,
): Promise<SuggestionRow> {
  const writing = { actorId: made.madeBy, threadId: null, draftId: draft.id }
  await limitWriting(deps, q, writing, { text: made.reason, field: 'reason' })
  const row = await insertSuggestion(q, { ...made, id: deps.newId(), draftId: draft.id, createdAt: deps.now() })
  await recordEvent(deps, q, {
    type: 'suggestion.made',
    subject: `draft/${draft.id}`,
    payload: {
      by: row.madeBy,
      suggestion: row.id,
      place: row.place,
      author: row.authorId,
      thread: row.threadId,
      base: partHash(row.base),
      proposed: partHash(row.proposed),
    },
    leaf: { reason: row.reason },
  })
  await touchForSuggestion(q, draft, draft.thing)
  return row
}
