import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findBallot, isElector } from '../../../db/queries/ballots.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import type { BallotThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { presentRights } from '../accounts/present-rights.ts'

export interface LoadedBallot {
  ballot: BallotRow
  thing: BallotThing
}

/**
 * A ballot the viewer may read.
 *
 * @throws AppError `not-found` when there is none, or none for this viewer; `signed-out` where an account may help.
 */
export async function loadBallot(q: Q, viewer: Viewer | null, id: string): Promise<LoadedBallot> {
  const ballot = await findBallot(q, id)
  if (ballot) {
    const thing = await ballotThing(q, ballot, viewer)
    if (can(viewer, 'ballot.read', thing)) return { ballot, thing }
  }
  if (!viewer) throw new AppError('signed-out', 'Sign in to see ballots that are not published.')
  throw new AppError('not-found', 'There is no such ballot, or it is not open to you.')
}

/** What the access rules need to know of a ballot for one viewer. */
export async function ballotThing(q: Q, ballot: BallotRow, viewer: Viewer | null): Promise<BallotThing> {
  const actorId = viewer?.actorId ?? null
  const found = ballot.draftId === null ? undefined : await findDraftFor(q, ballot.draftId, actorId)
  return {
    state: ballot.state,
    results: ballot.results,
    isElector: actorId !== null && (await isElector(q, ballot.id, actorId)),
    openedBy: ballot.openedBy,
    draft: found?.thing ?? null,
  }
}

/**
 * Who acts on a ballot, with the rights that hold at this moment: call it inside the transaction.
 *
 * @throws AppError `signed-out`.
 */
export async function currentViewer(q: Q, viewer: Viewer | null): Promise<Viewer> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to take part in decisions.')
  return presentRights(q, viewer)
}

/** What pages that show this ballot listen to. The same for every choice ([B17]). */
export function ballotEvents(ballot: Pick<BallotRow, 'id' | 'draftId' | 'entryId'>, type: string): LiveEvent[] {
  const topics = [`ballot/${ballot.id}`, `entry/${ballot.entryId}`]
  if (ballot.draftId !== null) topics.push(`draft/${ballot.draftId}`)
  return topics.map((topic) => ({ topic, type, id: ballot.id }))
}
