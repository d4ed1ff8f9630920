import { insertCandidate, listCandidates } from '../../../db/queries/candidates.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { candidateName, decidePropose, mostStanding } from '../../../domain/candidates/rules.ts'
import type { PartContent, SuggestPlace } from '../../../domain/suggestions/place.ts'
import { partHash, typedPart } from '../../../domain/suggestions/place.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadThread, refuseResolved, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import type { Contested } from './candidate-access.ts'
import { loadContested } from './candidate-access.ts'

/**
 * Proposes a wording that competes with the others of the thread ([W1]–[W4]).
 *
 * @returns its number.
 * @throws AppError `bad-input` (field `text`), `conflict` (field `text`) where another says so already or too many
 * stand, `not-found`, `not-allowed`, `signed-out`.
 */
export async function proposeCandidate(
  deps: Deps,
  viewer: Viewer | null,
  input: { threadId: string; text: string },
): Promise<{ n: number }> {
  const asking = signedIn(viewer)
  const contested = await loadContested(deps, asking, input.threadId)
  const { thread, n } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    const { thread, thing } = loaded
    refuseResolved(loaded)
    if (!can(by, 'candidate.propose', thing)) {
      throw new AppError('not-allowed', 'Proposing needs the right to comment, and a draft that is not decided yet.')
    }
    const text = checkWording(input.text)
    const rows = await listCandidates(q, thread.id)
    checkProposed(contested, text, rows)
    const n = Math.max(0, ...rows.map((one) => one.n)) + 1
    const now = deps.now()
    await insertCandidate(q, {
      threadId: thread.id,
      n,
      text,
      authorId: by.actorId,
      state: 'standing',
      mergedInto: null,
      suggestionId: null,
      sealedIn: null,
      createdAt: now,
      editedAt: null,
      endedAt: null,
    })
    await updateThread(q, thread.id, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'candidate.proposed',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, candidate: n, wording: partHash(typedPart(contested.place, text)) },
      leaf: { text },
    })
    await touchWhenPublic(q, loaded)
    return { thread, n }
  })
  deps.live.publish(threadEvents(thread, 'candidate.proposed'))
  return { n }
}

/** @throws AppError `bad-input` (field `text`). */
export function checkWording(text: string): string {
  return checkText(text, { field: 'text', label: 'the wording', limit: 'candidate' }).trim()
}

/** @throws AppError `bad-input` or `conflict` (field `text`) that says why it cannot be a candidate ([W3]). */
export function checkProposed(
  { place, present }: Pick<Contested, 'present'> & { place: SuggestPlace },
  text: string,
  others: readonly { n: number; text: string; state: string }[],
): PartContent {
  const proposed = typedPart(place, text)
  const standing = others
    .filter(({ state }) => state === 'standing')
    .map((one) => ({ n: one.n, part: typedPart(place, one.text) }))
  const decision = decidePropose(proposed, present, standing)
  if (decision.outcome === 'empty') {
    throw new AppError('bad-input', 'No words are left of it. Write the wording as plain text.', 'text')
  }
  if (decision.outcome === 'says-already') {
    const name = decision.n === 0 ? 'The draft' : candidateName(decision.n)
    throw new AppError('conflict', `${name} says so already. Give a reason for it instead.`, 'text')
  }
  if (decision.outcome === 'full') {
    throw new AppError(
      'conflict',
      `${mostStanding} candidates stand already. Argue for the nearest one, or ask for two to be merged.`,
      'text',
    )
  }
  return proposed
}
