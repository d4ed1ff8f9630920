import type { BallotRow } from '../../db/queries/ballots.ts'
import { findDraftFor } from '../../db/queries/drafts.ts'
import { findPlannersZone } from '../../db/queries/planned-ballots.ts'
import type { Q } from '../../db/store.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { inLastCall, lastCallFrom, mostRestarts } from '../../domain/ballots/last-call.ts'
import type { Deps } from '../deps.ts'
import type { LoadedBallot } from '../usecases/ballots/ballot-access.ts'
import { readPlanned, whyRefused } from '../usecases/ballots/planned-refusal.ts'

/** What will happen with a planned ballot. */
export interface BallotPlan {
  electorate: 'members' | 'listed'
  /** Where who planned it is, as in `Europe/Lisbon`; null where it is not known. */
  zone: string | null
  /** What would keep it from opening, were it to open now; null where nothing would. */
  refusal: string | null
  /** The drafts that would stand in a ballot between them, with an address for those who may read them. */
  drafts: { label: string; href: string | null }[]
  mayChange: boolean
}

/**
 * Null for a ballot that is not planned any more.
 *
 * @param people whether they were listed by name, and who would be on the electorate now.
 */
export async function ballotPlan(
  deps: Deps,
  viewer: Viewer | null,
  { ballot, thing }: LoadedBallot,
  { listed, voters }: { listed: boolean; voters: readonly string[] },
): Promise<BallotPlan | null> {
  if (ballot.state !== 'scheduled') return null
  const q = deps.store.read
  return {
    electorate: listed ? 'listed' : 'members',
    zone: await findPlannersZone(q, ballot.id),
    refusal: await whyRefused(deps, q, ballot, await readPlanned(deps, ballot), voters),
    drafts: await standing(q, viewer, ballot),
    mayChange: can(viewer, 'ballot.plan', thing),
  }
}

async function standing(q: Q, viewer: Viewer | null, { options }: BallotRow): Promise<BallotPlan['drafts']> {
  const drafts: BallotPlan['drafts'] = []
  for (const { label, draftId } of options ?? []) {
    if (draftId === undefined) continue
    const found = await findDraftFor(q, draftId, viewer?.actorId ?? null)
    const mayRead = found !== undefined && can(viewer, 'draft.read', found.thing)
    drafts.push({ label, href: mayRead ? `/drafts/${draftId}` : null })
  }
  return drafts
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

/** The last call of a ballot; null where it has none. @param restarted how often it was begun anew. */
export function shownLastCall(deps: Deps, ballot: BallotRow, restarted: number): ShownLastCall | null {
  const from = lastCallFrom(ballot)
  if (from === null || ballot.lastCall === null) return null
  const { lastCall: length, lastCallRestarts: restarts } = ballot
  const running = ballot.state === 'open' && inLastCall(ballot, deps.now())
  return { length, from, running, restarts, restartsLeft: restarts ? mostRestarts - restarted : 0 }
}
