import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findBallot, insertFirstSnapshot, listElectors, updateBallot } from '../../../db/queries/ballots.ts'
import { findDraft, updateDraft } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { replaceElectors } from '../../../db/queries/planned-ballots.ts'
import type { SnapshotRow } from '../../../db/queries/snapshots.ts'
import type { Q } from '../../../db/store.ts'
import { draftsDecided, draftsUnder, forksIn, frozenOptions } from '../../../domain/ballots/forks.ts'
import { askedHash } from '../../../domain/ballots/options.ts'
import { isDue, openingTimes } from '../../../domain/ballots/plan.ts'
import type { Deps } from '../../deps.ts'
import { takeSnapshot } from '../drafts/take-snapshot.ts'
import { ballotEvents } from './ballot-access.ts'
import { dateClosing } from './closing-jobs.ts'
import { listVoters } from './electorate.ts'
import { recordOpening } from './opening-parts.ts'
import type { Readings } from './planned-refusal.ts'
import { readPlanned, whyRefused } from './planned-refusal.ts'
import { voidPlanned } from './void-planned.ts'

/**
 * Opens a planned ballot: freezes its texts and the electorate as they are now (ballots SPEC [B55]), or makes it void
 * with the reason ([B56]). Any other ballot stays as it is.
 *
 * @throws Error when the clock stands before its opening time.
 */
export async function openPlanned(deps: Deps, ballotId: string): Promise<void> {
  const plan = await findBallot(deps.store.read, ballotId)
  if (plan?.state !== 'scheduled') return
  const readings = await readPlanned(deps, plan)
  const done = await deps.store.tx(async (q) => {
    const ballot = await findBallot(q, ballotId)
    if (ballot?.state !== 'scheduled') return null
    if (!isDue(ballot.opensAt, deps.now())) throw new Error(`ballot ${ballotId} is not to be opened yet`)
    const actorIds = await votersAtOpening(deps, q, await listElectors(q, ballotId))
    const refusal = await whyRefused(deps, q, ballot, readings, actorIds)
    if (refusal !== null) {
      await voidPlanned(deps, q, ballot, { by: 'system', why: 'refused', reason: refusal })
      return { ballot, type: 'ballot.voided' }
    }
    await openNow(deps, q, ballot, readings, actorIds)
    return { ballot, type: 'ballot.opened' }
  })
  if (!done) return
  for (const draftId of draftsUnder(done.ballot)) deps.collab.reauthorise({ draftId })
  deps.live.publish(ballotEvents(done.ballot, done.type))
}

async function openNow(deps: Deps, q: Q, plan: BallotRow, readings: Readings, actorIds: string[]): Promise<void> {
  const { state, opensAt, closesAt } = { ...openingTimes(plan, deps.now()), state: 'open' as const }
  const { id, draftId } = plan
  const frozen = await freeze(deps, q, plan, readings)
  const options = plan.options && frozenOptions(plan.options, frozen)
  const ballot = { ...plan, state, opensAt, closesAt, options }
  await updateBallot(q, id, { state, opensAt, closesAt, options })
  const snapshot = draftId === null ? undefined : frozen.get(draftId)
  if (snapshot) await insertFirstSnapshot(q, { ballotId: id, snapshotId: snapshot.id, at: opensAt })
  await replaceElectors(q, id, actorIds)
  for (const one of draftsDecided(ballot)) await updateDraft(q, one, { state: 'ballot-open', updatedAt: opensAt })
  await dateClosing(deps, q, ballot, opensAt)
  const contentHash = snapshot?.hash ?? askedHash(ballot)
  const thing: Record<string, string> = draftId === null ? { entryId: ballot.entryId } : { draftId }
  await recordOpening(deps, q, ballot, actorIds, {
    ...thing,
    ...(snapshot && { snapshotId: snapshot.id }),
    contentHash,
  })
  await touchEntry(q, ballot.entryId)
}

/** Freezes what is under vote, by draft; a choice between options that are no texts is about no text ([B26]). */
async function freeze(deps: Deps, q: Q, plan: BallotRow, readings: Readings): Promise<Map<string, SnapshotRow>> {
  const frozen = new Map<string, SnapshotRow>()
  const ids = plan.options === null ? draftsUnder(plan) : forksIn(plan.options)
  for (const id of ids) {
    const [draft, reading] = [await findDraft(q, id), readings.get(id)]
    if (!draft || !reading) throw new Error(`ballot ${plan.id} has no draft ${id}`)
    frozen.set(id, await takeSnapshot(deps, q, draft, reading))
  }
  return frozen
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
