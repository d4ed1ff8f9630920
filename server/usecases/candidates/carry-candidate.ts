import { updateCandidate } from '../../../db/queries/candidates.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import { findSuggestion } from '../../../db/queries/suggestions.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { decideCarry } from '../../../domain/candidates/rules.ts'
import { typedPart } from '../../../domain/suggestions/place.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { suggestionEvents } from '../suggestions/suggestion-access.ts'
import { writeSuggestion } from '../suggestions/write-suggestion.ts'
import { loadThread, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import { candidateNumber, loadCandidate, loadContested, refuseEnded } from './candidate-access.ts'

/**
 * Makes a suggestion for the draft out of a candidate, under its author's name ([W11]).
 *
 * @throws AppError `conflict` when it was carried meanwhile, does not stand, or the draft says so already; `bad-input`,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function carryCandidate(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; candidate: string },
): Promise<{ draftId: string; suggestionId: string }> {
  const asking = signedIn(viewer)
  const n = candidateNumber(input.candidate)
  const { draftId, place, present } = await loadContested(deps, asking, input.threadId)
  const { thread, made } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    const { thread, thing } = loaded
    const found = await findDraftFor(q, draftId, by.actorId)
    if (!found || !can(by, 'candidate.carry', thing)) {
      throw new AppError(
        'not-allowed',
        'Only the owner of the draft, a facilitator or a moderator carries a candidate into a draft that is not decided yet.',
      )
    }
    const candidate = await loadCandidate(q, by, loaded, n)
    refuseEnded(candidate)
    await refuseWithheld(q, `candidate/${thread.id}/${n}`)
    const before = candidate.suggestionId === null ? undefined : await findSuggestion(q, candidate.suggestionId)
    const proposed = typedPart(place, candidate.text)
    const decision = decideCarry({ state: candidate.state, suggestion: before?.state ?? null }, present, proposed)
    if (decision === 'carried') {
      throw new AppError('conflict', `Candidate ${n} is in the draft’s suggestions already. Decide on it there.`)
    }
    if (decision === 'stands-already') throw new AppError('conflict', 'The draft says so already.')
    const made = await writeSuggestion(
      deps,
      q,
      { id: draftId, entryId: thread.entryId, thing: found.thing },
      {
        place: thread.place,
        base: present,
        proposed,
        reason: `Candidate ${n} of “${thread.title}”.`,
        authorId: candidate.authorId,
        madeBy: by.actorId,
        threadId: thread.id,
        contributionId: null,
      },
    )
    await updateCandidate(q, candidate, { suggestionId: made.id })
    await recordEvent(deps, q, {
      type: 'candidate.carried',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, candidate: n, suggestion: made.id },
    })
    await touchWhenPublic(q, loaded)
    return { thread, made }
  })
  deps.live.publish([...suggestionEvents(made, 'suggestion.made'), ...threadEvents(thread, 'candidate.carried')])
  return { draftId, suggestionId: made.id }
}
