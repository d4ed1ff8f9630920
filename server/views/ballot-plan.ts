import type { BallotRow } from '../../db/queries/ballots.ts'
import { countMoves, listElectors } from '../../db/queries/ballots.ts'
import { findDraft } from '../../db/queries/drafts.ts'
import { findPlannersZone } from '../../db/queries/planned-ballots.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { inLastCall, lastCallFrom, mostRestarts } from '../../domain/ballots/last-call.ts'
import type { Deps } from '../deps.ts'
import type { LoadedBallot } from '../usecases/ballots/ballot-access.ts'
import { votersAtOpening, whyRefused } from '../usecases/ballots/open-planned.ts'

/** What will happen with a planned ballot. */
export interface BallotPlan {
  electorate: 'members' | 'listed'
  /** Where who planned it is, as in `Europe/Lisbon`; null where it is not known. */
  zone: string | null
  /** What would keep it from opening, were it to open now; null where nothing would. */
  refusal: string | null
  mayChange: boolean
}

/** Null for a ballot that is not planned any more. */
export async function ballotPlan(
  deps: Deps,
  viewer: Viewer | null,
  { ballot, thing }: LoadedBallot,
): Promise<BallotPlan | null> {
  if (ballot.state !== 'scheduled' || ballot.draftId === null) return null
  const q = deps.store.read
  const draft = await findDraft(q, ballot.draftId)
  const reading = draft && draft.deletedAt === null ? await deps.collab.readDraft(draft.id) : null
  return {
    electorate: (await listElectors(q, ballot.id)).length === 0 ? 'members' : 'listed',
    zone: await findPlannersZone(q, ballot.id),
    refusal: await whyRefused(deps, q, ballot, reading, await votersAtOpening(deps, q, ballot)),
    mayChange: can(viewer, 'ballot.plan', thing),
  }
}

export interface ShownLastCall {
  /** Milliseconds. */
  length: number
  from: number
  running: boolean
  /** Whether a new objection begins it anew, and how often it still can. */
  restarts: boolean
  restartsLeft: number
}

/** The last call of a ballot; null where it has none. */
export async function shownLastCall(deps: Deps, ballot: BallotRow): Promise<ShownLastCall | null> {
  const from = lastCallFrom(ballot)
  if (from === null || ballot.lastCall === null) return null
  const { lastCall: length, lastCallRestarts: restarts } = ballot
  const done = await countMoves(deps.store.read, ballot.id, 'last-call')
  const running = ballot.state === 'open' && inLastCall(ballot, deps.now())
  return { length, from, running, restarts, restartsLeft: restarts ? mostRestarts - done : 0 }
}
