import type { BallotRow } from '../../../db/queries/ballots.ts'
import { findBallot, isElector } from '../../../db/queries/ballots.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import { findEntryById } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import type { BallotThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { draftsUnder } from '../../../domain/ballots/forks.ts'
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
  const entry = found === undefined ? await findEntryById(q, ballot.entryId) : undefined
  return toBallotThing(ballot, {
    isElector: actorId !== null && (await isElector(q, ballot.id, actorId)),
    draft: found?.thing ?? null,
    currentVersion: entry?.currentVersion ?? null,
  })
}

/** @param about `currentVersion`: of its entry; it is looked at where the ballot has no draft. */
export function toBallotThing(
  { state, results, openedBy }: Pick<BallotRow, 'state' | 'results' | 'openedBy'>,
  { isElector, draft, currentVersion }: Pick<BallotThing, 'isElector' | 'draft'> & { currentVersion: number | null },
): BallotThing {
  const published = draft === null ? currentVersion !== null : draft.state === 'published'
  return { state, results, openedBy, isElector, draft, published }
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
export function ballotEvents(
  ballot: Pick<BallotRow, 'id' | 'draftId' | 'entryId' | 'options'>,
  type: string,
): LiveEvent[] {
  const drafts = draftsUnder(ballot).map((id) => `draft/${id}`)
  const topics = [`ballot/${ballot.id}`, `entry/${ballot.entryId}`, ...drafts]
  return topics.map((topic) => ({ topic, type, id: ballot.id }))
}
