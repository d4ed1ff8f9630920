import type { CandidateRow } from '../../../db/queries/candidates.ts'
import { insertCandidate, lastCandidateNumber, listCandidates } from '../../../db/queries/candidates.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { candidateName, decidePropose, mostSealed, mostStanding } from '../../../domain/candidates/rules.ts'
import { isSilent } from '../../../domain/workshops/phases.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readWording } from '../../read-wording.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { limitWriting } from '../moderation/write-limits.ts'
import {
  loadThread,
  refuseOtherTable,
  refuseResolved,
  signedIn,
  threadEvents,
  touchWhenPublic,
} from '../threads/thread-access.ts'
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
  const { thread, n, sealed } = await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, asking, deps.now())
    const loaded = await loadThread(q, by, input.threadId)
    const { thread, thing } = loaded
    refuseResolved(loaded)
    refuseOtherTable(by, loaded)
    if (!can(by, 'candidate.propose', thing)) {
      throw new AppError('not-allowed', 'Proposing needs the right to comment, and a draft that is not decided yet.')
    }
    const text = checkWording(input.text)
    const rows = await listCandidates(q, thread.id, by.actorId)
    const sealedIn = sealOf(thing.draft)
    if (sealedIn !== null) refuseMoreSealed(rows)
    const wording = checkProposed(contested, text, rows, sealedIn !== null)
    await limitWriting(deps, q, { actorId: by.actorId, threadId: thread.id, draftId: thread.draftId }, { text })
    const n = (await lastCandidateNumber(q, thread.id)) + 1
    const now = deps.now()
    await insertCandidate(q, {
      threadId: thread.id,
      n,
      text,
      authorId: by.actorId,
      state: 'standing',
      mergedInto: null,
      suggestionId: null,
      sealedIn,
      createdAt: now,
      editedAt: null,
      endedAt: null,
    })
    await updateThread(q, thread.id, { updatedAt: now })
    await recordEvent(deps, q, {
      type: 'candidate.proposed',
      subject: `thread/${thread.id}`,
      payload: { by: by.actorId, candidate: n, wording },
      leaf: { text },
    })
    await touchWhenPublic(q, loaded)
    return { thread, n, sealed: sealedIn !== null }
  })
  // Nobody else can see it, and two hundred pages would look for it at the same moment.
  if (!sealed) deps.live.publish(threadEvents(thread, 'candidate.proposed'))
  return { n }
}

/** The workshop in whose silent phase this is said, until which ends only its author knows of it ([W14]). */
function sealOf(draft: DraftThing | null): string | null {
  const room = draft?.workshop
  return room && room.kind !== null && isSilent(room.kind) ? room.id : null
}

/** @throws AppError `conflict` (field `text`). */
function refuseMoreSealed(own: readonly CandidateRow[]): void {
  if (own.filter(({ state, sealedIn }) => state === 'standing' && sealedIn !== null).length < mostSealed) return
  throw new AppError(
    'conflict',
    `You have proposed ${mostSealed} wordings in this phase. Change or withdraw one of them first.`,
    'text',
  )
}

/** @throws AppError `bad-input` (field `text`). */
export function checkWording(text: string): string {
  return checkText(text, { field: 'text', label: 'the wording', limit: 'candidate' }).trim()
}

/**
 * @returns the hash of what it says.
 * @param others those that its author may know of.
 * @param sealed it is said in a silent phase, where nobody can know how many stand.
 * @throws AppError `bad-input` or `conflict` (field `text`) that says why it cannot be a candidate ([W3], [W14]).
 */
export function checkProposed(
  { kind, place, present }: Pick<Contested, 'kind' | 'place' | 'present'>,
  text: string,
  others: readonly { n: number; text: string; state: string; sealedIn: string | null }[],
  sealed: boolean,
): string {
  const { part: proposed, hash } = readWording(kind, place, text)
  const standing = others
    .filter(({ state }) => state === 'standing')
    .map((one) => ({ n: one.n, hash: readWording(kind, place, one.text).hash, sealed: one.sealedIn !== null }))
  const decision = decidePropose(proposed, present, standing, sealed)
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
  return hash
}
