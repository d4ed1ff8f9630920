import type { BallotRow } from '../../../db/queries/ballots.ts'
import type { DraftRow } from '../../../db/queries/drafts.ts'
import { updateDraft } from '../../../db/queries/drafts.ts'
import { listHolds } from '../../../db/queries/holds.ts'
import { findPlanned } from '../../../db/queries/planned-ballots.ts'
import { lastVersionNumber } from '../../../db/queries/versions.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { decidesText } from '../../../domain/ballots/ballot.ts'
import { askedHash } from '../../../domain/ballots/options.ts'
import { ballotQuestion } from '../../../domain/ballots/question.ts'
import { stateLabels } from '../../../domain/drafts/moves.ts'
import { heldWords, running } from '../../../domain/objections/holds.ts'
import { nextVersion } from '../../../domain/publishing/merge-box.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { readableDraft } from '../drafts/draft-for.ts'
import { refuseRehearsed } from '../drafts/refuse-rehearsed.ts'
import { takeSnapshot } from '../drafts/take-snapshot.ts'
import { ballotEvents, currentViewer } from './ballot-access.ts'
import type { ElectorateInput } from './electorate.ts'
import { resolveElectorate } from './electorate.ts'
import { enterBallot } from './enter-ballot.ts'
import type { OpeningInput } from './opening-parts.ts'
import { checkedOpening, checkedShowing, openedBallot } from './opening-parts.ts'
import { planBallot } from './plan-ballot.ts'

export interface OpenBallot extends OpeningInput {
  draftId: string
  /** What is decided, in one sentence; made from the draft when absent or empty. */
  question?: string | undefined
  electorate: ElectorateInput
  names: string
  /** `hidden` unless said otherwise. */
  results?: string | undefined
  /** Where who opens it is, as in `Europe/Lisbon`; shown on the page of a planned ballot. */
  zone?: string | undefined
}

/**
 * Freezes a draft's text and its electorate and opens a ballot about it (ballots SPEC [B1], [B15]); one with a later
 * opening is planned, and nothing is frozen yet ([B54]).
 *
 * @returns `contentHash` is null for a planned ballot.
 * @throws AppError `bad-input` (question, rule, parameters, quorum, opensAt, closesAt, lastCall, closer,
 * preset, electorate, names, results),
 * `conflict` in a state that allows no ballot, `not-found`, `not-allowed`, `signed-out`.
 */
export async function openBallot(
  deps: Deps,
  viewer: Viewer | null,
  input: OpenBallot,
): Promise<{ id: string; contentHash: string | null }> {
  const { draftId } = input
  const found = await readableDraft(deps.store.read, viewer, draftId)
  mayOpen(viewer, found)
  const showing = checkedShowing(input)
  const reading = await deps.collab.readDraft(draftId)
  const prefilled = ballotQuestion(
    reading.content,
    nextVersion(await lastVersionNumber(deps.store.read, found.draft.entryId)),
  )
  const question = checkLine(input.question?.trim() || prefilled, {
    field: 'question',
    label: 'the question',
    limit: 'question',
  })

  const { ballot, contentHash } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const now = await readableDraft(q, by, draftId)
    mayOpen(by, now)
    await refuseRehearsed(q, draftId, 'is put to no ballot. In a rehearsal, go on to the next phase')
    const actorIds = await resolveElectorate(deps, q, input.electorate)
    const opening = checkedOpening(deps, input, actorIds.length)
    const asked = { entryId: now.draft.entryId, draftId, reportId: null, question, ...showing }
    const ballot = await openedBallot(deps, q, by, opening, asked)
    await refuseBesidePlanned(q, ballot)
    if (ballot.state === 'scheduled') {
      await planBallot(deps, q, ballot, { electorate: input.electorate, actorIds, zone: input.zone ?? null })
      return { ballot, contentHash: null }
    }
    await refuseWhileHeld(deps, q, draftId)
    // A choice between options is about no text ([B26]).
    const snapshot = ballot.options === null ? await takeSnapshot(deps, q, now.draft, reading) : null
    // A sense check and a choice between options leave the draft as it is ([B25], [B26]).
    if (decidesText(ballot)) await updateDraft(q, draftId, { state: 'ballot-open', updatedAt: ballot.opensAt })
    const contentHash = snapshot?.hash ?? askedHash(ballot)
    const about = { draftId, ...(snapshot && { snapshotId: snapshot.id }), contentHash }
    await enterBallot(deps, q, ballot, { snapshotId: snapshot?.id ?? null, actorIds, about })
    return { ballot, contentHash }
  })
  deps.live.publish(ballotEvents(ballot, ballot.state === 'open' ? 'ballot.opened' : 'ballot.scheduled'))
  return { id: ballot.id, contentHash }
}

function mayOpen(viewer: Viewer | null, { draft, thing }: { draft: DraftRow; thing: DraftThing }): void {
  if (!viewer) throw new AppError('signed-out', 'Sign in to open a ballot.')
  if (draft.deletedAt !== null) throw new AppError('gone', 'This draft was deleted.')
  if (can(viewer, 'ballot.open', thing)) return
  if (can(viewer, 'draft.manage', thing)) {
    const words =
      draft.state === 'ballot-open'
        ? 'A ballot about this draft is open already.'
        : `The draft is in the state “${stateLabels[draft.state]}”. Take it back to writing to open a new ballot.`
    throw new AppError('conflict', words)
  }
  throw new AppError('not-allowed', 'Only the owner of this draft or a moderator may open a ballot about it.')
}

/** @throws AppError `conflict` where another ballot about the text is planned already ([B54]). */
async function refuseBesidePlanned(q: Q, ballot: BallotRow): Promise<void> {
  if (ballot.draftId === null || !decidesText(ballot)) return
  if (!(await findPlanned(q, ballot.draftId))) return
  throw new AppError('conflict', 'A ballot about this draft is planned already. Cancel it first, or let it open.')
}

/** @throws AppError `conflict` while somebody needs time ([O9]). */
export async function refuseWhileHeld(deps: Deps, q: Q, draftId: string): Promise<void> {
  const [hold] = running(await listHolds(q, draftId), deps.now())
  if (hold) throw new AppError('conflict', heldWords(hold))
}
