import { listWriterIds } from '../../../db/queries/audience.ts'
import { findSuggestion } from '../../../db/queries/suggestions.ts'
import type { KindId } from '../../../domain/notifications/kinds.ts'
import type { Follow } from '../occasion.ts'
import { each, idIn, idOf } from '../occasion.ts'

/** Tells those whose words they were, and who suggested them. */
function decided(kindOf: (payload: Record<string, unknown>) => KindId): Follow {
  return async (q, { subject: thing, payload }) => {
    const suggestion = await findSuggestion(q, idIn(payload, 'suggestion') ?? '')
    if (!suggestion) return {}
    const told = each([suggestion.authorId, suggestion.madeBy], kindOf(payload), suggestion.id)
    return { occasions: [{ thing, by: idIn(payload, 'by'), draftId: suggestion.draftId, told }] }
  }
}

/** What follows from what happens to suggestions. */
export const suggestionFollows: Record<string, Follow> = {
  async 'suggestion.made'(q, { subject: thing, payload }) {
    const by = idIn(payload, 'by')
    const draftId = idOf(thing)
    const ref = idIn(payload, 'suggestion') ?? ''
    const told = [
      ...each(await listWriterIds(q, draftId), 'suggestion', ref),
      ...each([idIn(payload, 'author')], 'carried', ref),
    ]
    return {
      occasions: [{ thing, by, draftId, told }],
      joins: [{ actorId: by, thing, volume: 'decisions' }],
    }
  },
  'suggestion.accepted': decided(({ edited }) => (edited === true ? 'suggestion-edited' : 'suggestion-accepted')),
  'suggestion.declined': decided(() => 'suggestion-declined'),
}
