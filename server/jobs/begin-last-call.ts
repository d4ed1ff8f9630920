import type { BallotRow } from '../../db/queries/ballots.ts'
import { findBallot } from '../../db/queries/ballots.ts'
import { lastEvent } from '../../db/queries/record.ts'
import type { Q } from '../../db/store.ts'
import { inLastCall } from '../../domain/ballots/last-call.ts'
import type { Deps } from '../deps.ts'
import { recordEvent } from '../record/record-event.ts'
import { ballotEvents } from '../usecases/ballots/ballot-access.ts'

/**
 * Announces that the last call of a ballot has begun (ballots SPEC [B57]); nothing where its closing time has moved
 * since, or it is over.
 */
export async function beginLastCall(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const ballotId = String(payload.ballotId)
  const begun = await deps.store.tx(async (q) => {
    const ballot = await findBallot(q, ballotId)
    if (ballot?.state !== 'open' || ballot.closesAt !== payload.closesAt) return null
    if (!inLastCall(ballot, deps.now())) return null
    if (await isAnnounced(q, ballot)) return null
    await recordEvent(deps, q, {
      type: 'ballot.last-call',
      subject: `ballot/${ballotId}`,
      payload: { ballotId, closesAt: ballot.closesAt, draftId: ballot.draftId },
    })
    return ballot
  })
  if (begun) deps.live.publish(ballotEvents(begun, 'ballot.last-call'))
}

/** A job may run twice; what it announced stands in the record. */
async function isAnnounced(q: Q, { id, closesAt }: BallotRow): Promise<boolean> {
  const last = await lastEvent(q, { subject: `ballot/${id}`, type: 'ballot.last-call' })
  return last?.payload.closesAt === closesAt
}
