import { updateSuggestion } from '../../../db/queries/suggestions.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signedIn } from '../threads/thread-access.ts'
import { loadSuggestion, mayChangeOwn, suggestionEvents, touchForSuggestion } from './suggestion-access.ts'

/**
 * Takes back one's own open suggestion ([G4]).
 *
 * @throws AppError `conflict` when it has ended, `not-found`, `not-allowed`, `signed-out`.
 */
export async function withdrawSuggestion(
  deps: Deps,
  viewer: Viewer | null,
  input: { suggestionId: string },
): Promise<{ draftId: string }> {
  const asking = signedIn(viewer)
  const suggestion = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadSuggestion(q, by, input.suggestionId)
    mayChangeOwn(by, loaded)
    const { suggestion, draft, thing } = loaded
    const now = deps.now()
    await updateSuggestion(q, suggestion.id, {
      state: 'withdrawn',
      decidedBy: by.actorId,
      decidedAt: now,
      updatedAt: now,
    })
    await recordEvent(deps, q, {
      type: 'suggestion.withdrawn',
      subject: `draft/${draft.id}`,
      payload: { by: by.actorId, suggestion: suggestion.id, place: suggestion.place },
    })
    await touchForSuggestion(q, draft, thing.draft)
    return suggestion
  })
  deps.live.publish(suggestionEvents(suggestion, 'suggestion.withdrawn'))
  return { draftId: suggestion.draftId }
}
