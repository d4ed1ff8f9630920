import type { CandidateRow } from '../../../db/queries/candidates.ts'
import { findCandidate } from '../../../db/queries/candidates.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { candidatePlace } from '../../../domain/candidates/rules.ts'
import type { EntryKind } from '../../../domain/entries/kinds.ts'
import type { PartContent, SuggestPlace } from '../../../domain/suggestions/place.ts'
import { readPart } from '../../../domain/suggestions/place.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { LoadedThread } from '../threads/thread-access.ts'
import { loadThread, refuseResolved } from '../threads/thread-access.ts'

/** The place that a thread's candidates are for, and what stands there now. */
export interface Contested {
  draftId: string
  kind: EntryKind
  place: SuggestPlace
  present: PartContent
}

/**
 * What the candidates of a thread compete with. Documents are read outside transactions, so call it before.
 *
 * @throws AppError `not-found`, `signed-out`; `bad-input` where the thread takes no candidates ([W1]).
 */
export async function loadContested(deps: Deps, viewer: Viewer | null, threadId: string): Promise<Contested> {
  const { thread } = await loadThread(deps.store.read, viewer, threadId)
  const draft = thread.draftId === null ? undefined : await findDraft(deps.store.read, thread.draftId)
  const place = draft && candidatePlace(draft.kind, thread)
  if (!draft || !place) {
    throw new AppError('bad-input', 'Candidates stand in hearings and threads on wording about one text of a draft.')
  }
  const { content } = await deps.collab.readDraft(draft.id)
  return { draftId: draft.id, kind: draft.kind, place, present: readPart(content, place) }
}

/** The number in a form. @throws AppError `bad-input` (field `candidate`). */
export function candidateNumber(typed: string | undefined, field = 'candidate'): number {
  if (!/^\d{1,6}$/.test(typed ?? '')) throw new AppError('bad-input', 'Choose one of the candidates.', field)
  return Number(typed)
}

/** A candidate of this thread that this person may know of. @throws AppError `not-found`. */
export async function loadCandidate(q: Q, by: Viewer, { thread }: LoadedThread, n: number): Promise<CandidateRow> {
  const found = await findCandidate(q, { threadId: thread.id, n }, by.actorId)
  if (!found) throw new AppError('not-found', 'There is no such candidate in this thread.')
  return found
}

/** @throws AppError `conflict` when it does not stand any more ([W6]). */
export function refuseEnded({ n, state, mergedInto }: CandidateRow): void {
  if (state === 'withdrawn') throw new AppError('conflict', `Candidate ${n} was withdrawn by its author.`)
  if (state === 'merged') throw new AppError('conflict', `Candidate ${n} was merged into candidate ${mergedInto}.`)
}

/**
 * A candidate that this person may still change, in a thread that is open.
 *
 * @param act as in “Only its author … a candidate.”
 * @throws AppError `not-found`, `conflict` when it does not stand any more, `not-allowed`.
 */
export async function loadOwnCandidate(
  q: Q,
  by: Viewer,
  loaded: LoadedThread,
  { n, act }: { n: number; act: string },
): Promise<CandidateRow> {
  const candidate = await loadCandidate(q, by, loaded, n)
  refuseResolved(loaded)
  refuseEnded(candidate)
  if (!can(by, 'candidate.own', { ...loaded.thing, authorId: candidate.authorId, standing: true })) {
    throw new AppError('not-allowed', `Only its author ${act} a candidate.`)
  }
  return candidate
}
