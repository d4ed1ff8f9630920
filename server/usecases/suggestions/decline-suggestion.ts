import { updateSuggestion } from '../../../db/queries/suggestions.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signedIn } from '../threads/thread-access.ts'
import { loadSuggestion, mayDecide, suggestionEvents, touchForSuggestion } from './suggestion-access.ts'

/**
 * Declines a suggestion with a reason ([G8]).
 *
 * @throws AppError `bad-input` (reason), `conflict` when it has ended, `not-found`, `not-allowed`, `signed-out`.
 */
export async function declineSuggestion(
  deps: Deps,
  viewer: Viewer | null,
  input: { suggestionId: string; reason: string },
): Promise<{ draftId: string }> {
  const asking = signedIn(viewer)
  const reason = checkText(input.reason, { field: 'reason', label: 'the reason', limit: 'reason' })
  const suggestion = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadSuggestion(q, by, input.suggestionId)
    mayDecide(by, loaded)
    const { suggestion, draft, thing } = loaded
    const now = deps.now()
    await updateSuggestion(q, suggestion.id, {
      state: 'declined',
      decidedBy: by.actorId,
      decidedAt: now,
      decisionReason: reason,
      updatedAt: now,
    })
    await recordEvent(deps, q, {
      type: 'suggestion.declined',
      subject: `draft/${draft.id}`,
      payload: { by: by.actorId, suggestion: suggestion.id, author: suggestion.authorId, place: suggestion.place },
      leaf: { reason },
    })
    await touchForSuggestion(q, draft, thing.draft)
    return suggestion
  })
  deps.live.publish(suggestionEvents(suggestion, 'suggestion.declined'))
  return { draftId: suggestion.draftId }
}
