import type { Deps } from '../deps.ts'
import { openPlanned } from '../usecases/ballots/open-planned.ts'

/**
 * Opens a planned ballot at its time, or says why it cannot (ballots SPEC [B55], [B56]).
 *
 * @throws Error when the clock stands before its opening time: the job is tried again.
 */
export async function openPlannedBallot(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  await openPlanned(deps, String(payload.ballotId))
}
