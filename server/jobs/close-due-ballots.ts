import { findBallot } from '../../db/queries/ballots.ts'
import { canCount } from '../../domain/ballots/time.ts'
import type { Deps } from '../deps.ts'
import { announceClosing } from '../usecases/ballots/announce-closing.ts'
import { countAndClose } from '../usecases/ballots/count-and-close.ts'

/**
 * Closes a ballot whose time is over (ballots SPEC [B14]); one that was closed before stays as it is.
 *
 * @throws Error when the clock stands before the closing time (it was set back): the job is tried again.
 */
export async function closeDueBallot(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const ballotId = String(payload.ballotId)
  const closed = await deps.store.tx(async (q) => {
    const ballot = await findBallot(q, ballotId)
    if (ballot?.state !== 'open') return null
    if (canCount(deps.now(), ballot.closesAt)) throw new Error(`ballot ${ballotId} is not due yet`)
    await countAndClose(deps, q, ballot, { by: 'system', reason: null })
    return ballot
  })
  if (closed) announceClosing(deps, closed)
}
