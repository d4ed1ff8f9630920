import type { DraftRow } from '../../../db/queries/drafts.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { SuggestionRow } from '../../../db/queries/suggestions.ts'
import { findSuggestion } from '../../../db/queries/suggestions.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing, SuggestionThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { SuggestPlace } from '../../../domain/suggestions/place.ts'
import { suggestPlace } from '../../../domain/suggestions/place.ts'
import { suggestionStateLabels } from '../../../domain/suggestions/words.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { isPublic } from '../threads/thread-access.ts'

export interface LoadedSuggestion {
  suggestion: SuggestionRow
  thing: SuggestionThing
  draft: DraftRow
  place: SuggestPlace
}

/** A suggestion for a draft the viewer may read. @throws AppError `not-found`. */
export async function loadSuggestion(q: Q, viewer: Viewer, id: string): Promise<LoadedSuggestion> {
  const suggestion = await findSuggestion(q, id)
  const found = suggestion && (await findDraftFor(q, suggestion.draftId, viewer.actorId))
  const place = suggestion && found && suggestPlace(found.draft.kind, suggestion.place)
  if (!suggestion || !found || !place || !can(viewer, 'draft.read', found.thing)) {
    throw new AppError('not-found', 'There is no such suggestion, or it is not open to you.')
  }
  const { state, authorId, madeBy } = suggestion
  return { suggestion, thing: { state, authorId, madeBy, draft: found.thing }, draft: found.draft, place }
}

/** @throws AppError `conflict` when it has ended, `not-allowed` with the reason otherwise. */
export function mayDecide(viewer: Viewer, { thing }: LoadedSuggestion): void {
  refuseEnded(thing)
  if (can(viewer, 'suggestion.decide', thing)) return
  throw new AppError('not-allowed', 'Only who may write in this draft decides on suggestions.')
}

/** @throws AppError `conflict` when it has ended, `not-allowed` with the reason otherwise. */
export function mayChangeOwn(viewer: Viewer, { thing }: LoadedSuggestion): void {
  refuseEnded(thing)
  if (can(viewer, 'suggestion.own', thing)) return
  throw new AppError('not-allowed', 'Only who made a suggestion withdraws it or brings it up to date.')
}

function refuseEnded(thing: SuggestionThing): void {
  if (thing.state === 'open') return
  const label = suggestionStateLabels[thing.state as keyof typeof suggestionStateLabels].toLowerCase()
  throw new AppError('conflict', `This suggestion has ended meanwhile: it is ${label}.`)
}

/** Somebody else changed the place while this person wrote ([G3], [G6]). */
export function changedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'Somebody changed this place while you wrote. Your words are kept: look at what stands there now, then send again.',
    'text',
  )
}

/** What pages that show suggestions of a draft listen to. */
export function suggestionEvents(suggestion: Pick<SuggestionRow, 'id' | 'draftId'>, type: string): LiveEvent[] {
  return [{ topic: `draft/${suggestion.draftId}`, type, id: suggestion.id }]
}

/** Moves the entry's public revision where readers without an account can see the change. */
export async function touchForSuggestion(q: Q, draft: { entryId: string }, thing: DraftThing): Promise<void> {
  if (isPublic(thing)) await touchEntry(q, draft.entryId)
}
