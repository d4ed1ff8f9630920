import type { BallotRow } from '../../../db/queries/ballots.ts'
import { insertBallot } from '../../../db/queries/ballots.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import type { Deps } from '../../deps.ts'
import { dateClosing } from './closing-jobs.ts'
import { recordOpening } from './opening-parts.ts'

interface Entering {
  /** The frozen text; null where it is about a question or options. */
  snapshotId: string | null
  actorIds: string[]
  /** What it decides on, for the record. */
  about: Record<string, string | null>
}

/**
 * Puts down a ballot that opens now: the row with its electorate, the jobs that close it, its event, and the revision
 * of its entry (ballots SPEC [B1]). Call it in the transaction that checked it; announce it after the commit.
 */
export async function enterBallot(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  { snapshotId, actorIds, about }: Entering,
): Promise<void> {
  await insertBallot(q, ballot, snapshotId, actorIds)
  await dateClosing(deps, q, ballot, ballot.opensAt)
  await recordOpening(deps, q, ballot, actorIds, about)
  await touchEntry(q, ballot.entryId)
}
