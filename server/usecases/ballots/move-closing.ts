import type { BallotRow } from '../../../db/queries/ballots.ts'
import { insertBallotTime, updateBallot } from '../../../db/queries/ballots.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import type { MoveKind } from '../../../domain/ballots/time.ts'
import { canCount, isLater } from '../../../domain/ballots/time.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { dateClosing } from './closing-jobs.ts'

export interface Move {
  kind: MoveKind
  /** The new closing time, milliseconds since 1970, UTC. */
  to: number
  /** Who moved it; null where the rule did. */
  by: string | null
  reason: string
}

/**
 * Moves the closing time of an open ballot: the time, its history, the record and the jobs that hang on it (ballots
 * SPEC [B50]). Call it in a transaction, with a ballot read there, and announce `ballot.extended` after the commit.
 *
 * @returns the ballot as it is now.
 * @throws RangeError where the ballot is not open any more or the time would not be later; callers check that first
 * with words of their own.
 */
export async function moveClosing(deps: Deps, q: Q, ballot: BallotRow, move: Move): Promise<BallotRow> {
  const { id, opensAt, closesAt: from } = ballot
  const { kind, to, by, reason } = move
  const at = deps.now()
  if (ballot.state !== 'open' || !canCount(at, from) || !isLater({ opensAt, from, to })) {
    throw new RangeError(`the closing time of ballot ${id} cannot move from ${from} to ${to}`)
  }
  const moved = { ...ballot, closesAt: to }
  await updateBallot(q, id, { closesAt: to })
  await insertBallotTime(q, { id: deps.newId(), ballotId: id, kind, from, to, reason, by, at })
  await dateClosing(deps, q, moved, at)
  await recordEvent(deps, q, {
    type: 'ballot.extended',
    subject: `ballot/${id}`,
    payload: { ballotId: id, kind, from, to, by },
    leaf: { reason },
  })
  await touchEntry(q, ballot.entryId)
  return moved
}
