import type { BallotRow } from '../../../db/queries/ballots.ts'
import type { Deps } from '../../deps.ts'
import { ballotEvents } from './ballot-access.ts'

/** Tells open pages that a ballot has closed, and open editors that the draft's state has changed. After commit. */
export function announceClosing(deps: Deps, ballot: BallotRow): void {
  if (ballot.draftId !== null) deps.collab.reauthorise({ draftId: ballot.draftId })
  deps.live.publish(ballotEvents(ballot, 'ballot.closed'))
}
