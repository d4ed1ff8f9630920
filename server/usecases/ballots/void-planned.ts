import type { BallotRow } from '../../../db/queries/ballots.ts'
import { updateBallot } from '../../../db/queries/ballots.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'

interface Voiding {
  /** An account, or the scheduler at its time. */
  by: string
  why: 'refused' | 'cancelled'
  reason: string
}

/** Ends a planned ballot that never opened (ballots SPEC [B54], [B56]). Call it in a transaction. */
export async function voidPlanned(deps: Deps, q: Q, ballot: BallotRow, { by, why, reason }: Voiding): Promise<void> {
  const at = deps.now()
  // A ballot that never opened must not stand after one that did.
  const opensAt = Math.min(ballot.opensAt, at)
  await updateBallot(q, ballot.id, { state: 'void', opensAt, closedAt: at, closeReason: reason })
  await recordEvent(deps, q, {
    type: 'ballot.voided',
    subject: `ballot/${ballot.id}`,
    payload: { ballotId: ballot.id, draftId: ballot.draftId, by, why },
    leaf: { reason },
  })
  await touchEntry(q, ballot.entryId)
}
