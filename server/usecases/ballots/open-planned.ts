import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findBallot, insertFirstSnapshot, listElectors, updateBallot } from '../../../db/queries/ballots.ts'
import { findAccount, findDraftFor, updateDraft } from '../../../db/queries/drafts.ts'
import { findEntryById, touchEntry } from '../../../db/queries/entries.ts'
import { listHolds } from '../../../db/queries/holds.ts'
import { replaceElectors } from '../../../db/queries/planned-ballots.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { asViewer } from '../../../domain/access/viewer.ts'
import { decidesText } from '../../../domain/ballots/ballot.ts'
import { quorumFault } from '../../../domain/ballots/opening.ts'
import { askedHash } from '../../../domain/ballots/options.ts'
import { isDue, openingTimes, refusalOf } from '../../../domain/ballots/plan.ts'
import { stateLabels } from '../../../domain/drafts/moves.ts'
import { completeness, missing } from '../../../domain/entries/completeness.ts'
import { heldWords, running } from '../../../domain/objections/holds.ts'
import type { DraftReading } from '../../collab/service.ts'
import type { Deps } from '../../deps.ts'
import { takeSnapshot } from '../drafts/take-snapshot.ts'
import { ballotEvents } from './ballot-access.ts'
import { dateClosing } from './closing-jobs.ts'
import { listVoters } from './electorate.ts'
import { recordOpening } from './opening-parts.ts'
import { voidPlanned } from './void-planned.ts'

/**
 * Opens a planned ballot: freezes the text and the electorate as they are now (ballots SPEC [B55]), or makes it void
 * with the reason ([B56]). Any other ballot stays as it is.
 *
 * @throws Error when the clock stands before its opening time.
 */
export async function openPlanned(deps: Deps, ballotId: string): Promise<void> {
  const plan = await findBallot(deps.store.read, ballotId)
  if (plan?.state !== 'scheduled' || plan.draftId === null) return
  const reading = await readingOf(deps, plan.draftId)
  const done = await deps.store.tx(async (q) => {
    const ballot = await findBallot(q, ballotId)
    if (ballot?.state !== 'scheduled') return null
    if (!isDue(ballot.opensAt, deps.now())) throw new Error(`ballot ${ballotId} is not to be opened yet`)
    const actorIds = await votersAtOpening(deps, q, await listElectors(q, ballotId))
    const refusal = await whyRefused(deps, q, ballot, reading, actorIds)
    if (refusal !== null || reading === null) {
      await voidPlanned(deps, q, ballot, { by: 'system', why: 'refused', reason: refusal ?? 'The draft is gone.' })
      return { ballot, type: 'ballot.voided' }
    }
    await openNow(deps, q, ballot, reading, actorIds)
    return { ballot, type: 'ballot.opened' }
  })
  if (!done) return
  if (done.ballot.draftId !== null) deps.collab.reauthorise({ draftId: done.ballot.draftId })
  deps.live.publish(ballotEvents(done.ballot, done.type))
}

async function openNow(deps: Deps, q: Q, plan: BallotRow, reading: DraftReading, actorIds: string[]): Promise<void> {
  const found = plan.draftId === null ? undefined : await findDraftFor(q, plan.draftId, null)
  if (!found) throw new Error(`ballot ${plan.id} has no draft`)
  const ballot = { ...plan, ...openingTimes(plan, deps.now()), state: 'open' as const }
  const { state, opensAt, closesAt } = ballot
  // A choice between options is about no text ([B26]).
  const snapshot = ballot.options === null ? await takeSnapshot(deps, q, found.draft, reading) : null
  await updateBallot(q, ballot.id, { state, opensAt, closesAt })
  if (snapshot) await insertFirstSnapshot(q, { ballotId: ballot.id, snapshotId: snapshot.id, at: opensAt })
  await replaceElectors(q, ballot.id, actorIds)
  if (decidesText(ballot)) await updateDraft(q, found.draft.id, { state: 'ballot-open', updatedAt: opensAt })
  await dateClosing(deps, q, ballot, opensAt)
  const contentHash = snapshot?.hash ?? askedHash(ballot)
  const about = { draftId: found.draft.id, ...(snapshot && { snapshotId: snapshot.id }), contentHash }
  await recordOpening(deps, q, ballot, actorIds, about)
  await touchEntry(q, ballot.entryId)
}

/** The text to freeze; null where the draft is not there any more. */
async function readingOf(deps: Deps, draftId: string): Promise<DraftReading | null> {
  const found = await findDraftFor(deps.store.read, draftId, null)
  if (!found || found.draft.deletedAt !== null) return null
  return deps.collab.readDraft(draftId)
}

/**
 * Members as they are now, or those of the people listed who still may vote; without repeats, in a fixed order.
 *
 * @param people who were listed when it was planned; none for members.
 */
export async function votersAtOpening(deps: Deps, q: Q, people: readonly { actorId: string }[]): Promise<string[]> {
  const usable = (await listVoters(deps, q)).map(({ actorId }) => actorId).sort()
  const listed = new Set(people.map(({ actorId }) => actorId))
  return listed.size === 0 ? usable : usable.filter((actorId) => listed.has(actorId))
}

/** What would keep a planned ballot from opening at this moment, in words; null where nothing would ([B56]). */
export async function whyRefused(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  reading: DraftReading | null,
  actorIds: readonly string[],
): Promise<string | null> {
  const planner = await plannerOf(q, ballot.openedBy)
  const found = ballot.draftId === null ? undefined : await findDraftFor(q, ballot.draftId, ballot.openedBy)
  if (!found || reading === null || found.draft.deletedAt !== null) return 'The draft was deleted.'
  const { draft, thing } = found
  const [hold] = running(await listHolds(q, draft.id), deps.now())
  const entry = await findEntryById(q, draft.entryId)
  const opens = can(planner, 'ballot.open', thing)
  const manages = can(planner, 'draft.manage', thing)
  return refusalOf({
    draft:
      opens || !manages ? null : `The draft is in the state “${stateLabels[draft.state]}”, from which no ballot opens.`,
    planner: manages ? null : 'Who planned it may not open a ballot about this draft any more.',
    held: hold ? heldWords(hold) : null,
    missing: missing(completeness(reading.content)).map(({ label }) => label),
    outdated: (entry?.currentVersion ?? null) !== draft.baseVersion,
    electorate:
      actorIds.length === 0
        ? 'Nobody could vote in it any more.'
        : (quorumFault(ballot.quorum, actorIds.length)?.words ?? null),
    binding: decidesText(ballot),
  })
}

/** Who planned a ballot, with the rights that hold now; null where the account is gone. */
async function plannerOf(q: Q, actorId: string): Promise<Viewer | null> {
  const account = await findAccount(q, { actorId })
  if (!account) return null
  return asViewer({ actorId, role: account.role, suspended: account.suspendedAt !== null })
}
