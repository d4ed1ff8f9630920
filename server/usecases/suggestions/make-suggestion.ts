import { findDraftFor } from '../../../db/queries/drafts.ts'
import type { SuggestionRow } from '../../../db/queries/suggestions.ts'
import { findContribution } from '../../../db/queries/threads.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { PartContent, SuggestPlace } from '../../../domain/suggestions/place.ts'
import { partHash, readPart, suggestPlace, typedPart } from '../../../domain/suggestions/place.ts'
import { decideProposal } from '../../../domain/suggestions/rules.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { readableDraft } from '../drafts/draft-for.ts'
import { loadContribution, signedIn } from '../threads/thread-access.ts'
import { changedMeanwhile, suggestionEvents } from './suggestion-access.ts'
import { typedProposal } from './typed-proposal.ts'
import { writeSuggestion } from './write-suggestion.ts'

export interface MakeSuggestion {
  draftId: string
  /** `section/<id>` or `field/<id>`. */
  place: string
  /** Markdown for a section, the value for a field. */
  text: string
  reason: string
  /** Hash of the part that its author had before them. */
  seen?: string | undefined
  /** The posted rewording it takes up. */
  contributionId?: string | undefined
}

/**
 * Proposes a wording for a place of a draft ([G1]–[G3], [G10]).
 *
 * @throws AppError `bad-input` (place, text, reason), `conflict` (field `text`) when the place says so already or has
 * changed since it was seen, `not-found`, `not-allowed`, `signed-out`.
 */
export async function makeSuggestion(
  deps: Deps,
  viewer: Viewer | null,
  input: MakeSuggestion,
): Promise<{ id: string; draftId: string }> {
  const asking = signedIn(viewer)
  const { draft } = await readableDraft(deps.store.read, asking, input.draftId)
  const place = suggestPlace(draft.kind, input.place)
  if (!place) throw new AppError('bad-input', 'Suggestions stand at a section or at a field with one value.', 'place')
  const proposed = await typedProposal(deps, draft.kind, place, input.text)
  const reason = checkText(input.reason, { field: 'reason', label: 'the reason', limit: 'reason' })
  const { content } = await deps.collab.readDraft(draft.id)
  const base = readPart(content, place)
  checkProposal(base, proposed, input.seen)

  const made = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const found = await findDraftFor(q, draft.id, by.actorId)
    if (!found || !can(by, 'suggestion.make', found.thing)) {
      throw new AppError('not-allowed', 'Suggesting needs the right to comment, and a draft that is not decided yet.')
    }
    const source = await sourceOf(q, by, { draftId: draft.id, place, proposed, contributionId: input.contributionId })
    return writeSuggestion(
      deps,
      q,
      { id: draft.id, entryId: draft.entryId, thing: found.thing },
      { place: input.place, base, proposed, reason, madeBy: by.actorId, ...source },
    )
  })
  deps.live.publish(suggestionEvents(made, 'suggestion.made'))
  return { id: made.id, draftId: made.draftId }
}

/** @throws AppError `conflict`. */
export function checkProposal(present: PartContent, proposed: PartContent, seen: string | undefined): void {
  const decision = decideProposal(present, proposed, seen)
  if (decision === 'same') throw new AppError('conflict', 'The draft says so already. Change something first.', 'text')
  if (decision === 'changed') throw changedMeanwhile()
}

/** Whose words they are: the author's of the rewording that is taken up unchanged, else who suggests them ([G10]). */
async function sourceOf(
  q: Q,
  by: Viewer,
  about: { draftId: string; place: SuggestPlace; proposed: PartContent; contributionId: string | undefined },
): Promise<Pick<SuggestionRow, 'authorId' | 'threadId' | 'contributionId'>> {
  const none = { authorId: by.actorId, threadId: null, contributionId: null }
  if (!about.contributionId || !(await findContribution(q, about.contributionId))) return none
  const { contribution, thread } = await loadContribution(q, by, about.contributionId)
  if (thread.draftId !== about.draftId || contribution.deletedAt !== null) return none
  const asPosted = partHash(typedPart(about.place, contribution.text)) === partHash(about.proposed)
  const authorId = asPosted ? contribution.authorId : by.actorId
  return { authorId, threadId: thread.id, contributionId: contribution.id }
}
