import { listElectorIds } from '../../db/queries/audience.ts'
import { findBallot } from '../../db/queries/ballots.ts'
import type { Deps } from '../deps.ts'
import { each } from '../notifications/occasion.ts'
import { tell } from '../notifications/tell.ts'

/**
 * Tells the electorate that a ballot closes soon (notifications SPEC [I14]). Everybody gets the same row, for rows for
 * some would say who has voted; whether it waits for its reader is found when it is read.
 */
export async function remindVoters(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const ballotId = String(payload.ballotId)
  await deps.store.tx(async (q) => {
    const ballot = await findBallot(q, ballotId)
    if (ballot?.state !== 'open') return
    // A reminder of a closing time that has moved since is nobody's; the new one has its own.
    if (payload.closesAt !== undefined && payload.closesAt !== ballot.closesAt) return
    const told = each(await listElectorIds(q, ballotId), 'ballot-closing', ballotId)
    const own = `due/closing/${ballotId}/${ballot.closesAt}`
    await tell(q, { thing: `ballot/${ballotId}`, by: null, draftId: null, told }, { at: deps.now(), own })
  })
}
