import type { BallotRow } from '../../../db/queries/ballots.ts'
import { draftsUnder } from '../../../domain/ballots/forks.ts'
import type { Deps } from '../../deps.ts'
import { ballotEvents } from './ballot-access.ts'

/** Tells open pages that a ballot has closed, and open editors that the state of its drafts has changed. After commit. */
export function announceClosing(deps: Deps, ballot: BallotRow): void {
  for (const draftId of draftsUnder(ballot)) deps.collab.reauthorise({ draftId })
  deps.live.publish(ballotEvents(ballot, 'ballot.closed'))
}
