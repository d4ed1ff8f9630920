import type { BallotSnapshotRow } from '../../../db/queries/ballot-snapshots.ts'
import { listAllBallotSnapshots } from '../../../db/queries/ballot-snapshots.ts'
import { listEventsOfTypes } from '../../../db/queries/check.ts'
import type { EventRow } from '../../../db/queries/record.ts'
import { leavesOf } from '../../../db/queries/record.ts'
import type { Q } from '../../../db/store.ts'
import type { PrivateLeaf } from '../../../domain/record/chain.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { StepResult } from './fault.ts'

interface Told {
  event: EventRow
  leaf: PrivateLeaf | undefined
}

/**
 * Every frozen text of a ballot, open ones too, is one that its opening or an amendment put under vote, called what
 * it was called then, and challenged as the record says (ballots SPEC [B40], [B45]).
 */
export async function checkAmendments(q: Q): Promise<StepResult> {
  const rows = await listAllBallotSnapshots(q)
  const made = await toldOf(q, ['ballot.opened', 'ballot.amended'])
  const challenged = await toldOf(q, ['ballot.amendment-challenged'])
  for (const row of rows) {
    const key = keyOf(row.ballotId, row.n)
    const words = faultOf(row, made.get(key), challenged.get(key))
    if (words) return { count: rows.length, fault: { where: `ballot ${row.ballotId}`, words } }
    made.delete(key)
    challenged.delete(key)
  }
  for (const { event } of [...made.values(), ...challenged.values()]) {
    // A ballot about a question has no text.
    if (event.payload.snapshotId === undefined && event.type === 'ballot.opened') continue
    const where = `ballot ${String(event.payload.ballotId)}`
    return { count: rows.length, fault: { where, words: `the text that event ${event.seq} tells of is missing` } }
  }
  return { count: rows.length, fault: null }
}

function keyOf(ballotId: unknown, n: unknown): string {
  return `${String(ballotId)}/${String(n)}`
}

async function toldOf(q: Q, types: readonly string[]): Promise<Map<string, Told>> {
  const events = await listEventsOfTypes(q, types)
  const leaves = await leavesOf(
    q,
    events.map(({ seq }) => seq),
  )
  return new Map(
    events.map((event) => [
      keyOf(event.payload.ballotId, event.payload.n ?? 1),
      { event, leaf: leaves.get(event.seq) },
    ]),
  )
}

/** What is not as the record says, as the rest of a sentence; what an event does not mention is not compared. */
function faultOf(row: BallotSnapshotRow, made: Told | undefined, challenged: Told | undefined): string | null {
  if (!made) return `no event of the record tells of its text ${row.n}`
  const { payload } = made.event
  const isOpening = made.event.type === 'ballot.opened'
  const said: [string, unknown, unknown][] = [
    ['the snapshot', payload.snapshotId, row.snapshotId],
    ['the kind of change', isOpening ? 'opening' : payload.change, row.change],
    ['the time', isOpening ? undefined : payload.at, row.at],
    ['the author of the change', isOpening ? null : payload.by, row.changedBy],
    ['the note', isOpening ? '' : made.leaf?.payload.note, row.note],
    ['the challenger', challenged ? challenged.event.payload.by : null, row.challengedBy],
    ['the time of the challenge', challenged ? challenged.event.payload.at : null, row.challengedAt],
    ['the reason of the challenge', challenged ? challenged.leaf?.payload.reason : null, row.challengeReason],
  ]
  const differs = said.find(([, told, is]) => told !== undefined && hashJson(told) !== hashJson(is))
  return differs ? `${differs[0]} of its text ${row.n} is not what the record says` : null
}
