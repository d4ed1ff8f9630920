import { updateSuggestion } from '../../../db/queries/suggestions.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { partHash, readPart } from '../../../domain/suggestions/place.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { signedIn } from '../threads/thread-access.ts'
import { checkProposal } from './make-suggestion.ts'
import { loadSuggestion, mayChangeOwn, suggestionEvents, touchForSuggestion } from './suggestion-access.ts'
import { typedProposal } from './typed-proposal.ts'

export interface RenewSuggestion {
  suggestionId: string
  /** The proposal on what stands now: Markdown for a section, the value for a field. */
  text: string
  /** Hash of the part that its author had before them. */
  seen?: string | undefined
}

/**
 * Brings one's own suggestion up to date with what its place says now ([G6]).
 *
 * @throws AppError `bad-input` (text), `conflict` when it has ended, says what the place says, or the place has
 * changed again; `not-found`, `not-allowed`, `signed-out`.
 */
export async function renewSuggestion(
  deps: Deps,
  viewer: Viewer | null,
  input: RenewSuggestion,
): Promise<{ draftId: string }> {
  const asking = signedIn(viewer)
  const { draft, place } = await loadSuggestion(deps.store.read, asking, input.suggestionId)
  const proposed = await typedProposal(deps, draft.kind, place, input.text)
  const base = readPart((await deps.collab.readDraft(draft.id)).content, place)
  checkProposal(base, proposed, input.seen)
  const suggestion = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadSuggestion(q, by, input.suggestionId)
    mayChangeOwn(by, loaded)
    await refuseWithheld(q, `suggestion/${input.suggestionId}`)
    const { suggestion, thing } = loaded
    // Whoever words it anew has written it: a taken-up rewording may not get words that its author never posted.
    await updateSuggestion(q, suggestion.id, { base, proposed, authorId: by.actorId, updatedAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'suggestion.renewed',
      subject: `draft/${draft.id}`,
      payload: { by: by.actorId, suggestion: suggestion.id, base: partHash(base), proposed: partHash(proposed) },
    })
    await touchForSuggestion(q, draft, thing.draft)
    return suggestion
  })
  deps.live.publish(suggestionEvents(suggestion, 'suggestion.renewed'))
  return { draftId: suggestion.draftId }
}
