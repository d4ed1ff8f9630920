import { listStatements } from '../../../db/queries/positions.ts'
import {
  decideReport,
  findReport,
  findSignal,
  insertCalls,
  listPublishedStrategies,
  updateSignal,
} from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import type { Result } from '../../../domain/ballots/ballot.ts'
import { moveSignal } from '../../../domain/signals/machine.ts'
import { whoIsAsked } from '../../../domain/signals/positions.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { listVoters } from '../ballots/electorate.ts'
import { endEmptyReport } from './end-empty-report.ts'

/**
 * What follows for a signal when the ballot about its report closes: it landed, and those who hold the strategy are
 * asked; or it has not; or, without a quorum, nothing (signals SPEC [F8], [F9], [F17]). Call it in the transaction that
 * closes the ballot.
 */
export async function settleReport(
  deps: Deps,
  q: Q,
  { reportId, ballotId, result }: { reportId: string; ballotId: string; result: Result },
): Promise<void> {
  const report = await findReport(q, reportId)
  const signal = report && (await findSignal(q, report.signalId))
  if (!report || !signal) throw new Error(`the report ${reportId} of a ballot is missing`)
  // The ballot is closed in the table by now; to the signal it is the one that was open.
  const moved = moveSignal({ ...signal, ballotOpen: true }, { kind: 'close-ballot', result })
  if (!moved) throw new Error(`a ballot about the report ${reportId} closed after another had decided it`)
  const { state } = moved
  if (state !== 'landed' && state !== 'not-landed') return endEmptyReport(deps, q, report.id)
  const at = deps.now()
  await updateSignal(q, signal.id, { state })
  await decideReport(q, report.id, { outcome: state, decidedAt: at })
  const asked = state === 'landed' ? await holders(deps, q, signal.entryId) : []
  await insertCalls(
    q,
    asked.map((actorId) => ({ reportId: report.id, actorId, askedAt: at, statementId: null })),
  )
  await recordEvent(deps, q, {
    type: 'signal.decided',
    subject: `entry/${signal.entryId}`,
    payload: { signal: signal.id, report: report.id, ballotId, state, asked: asked.length },
  })
}

/** Members of today who hold a strategy; nobody where it is withdrawn: it cannot be held any more. */
async function holders(deps: Deps, q: Q, entryId: string): Promise<string[]> {
  const [now] = await listPublishedStrategies(q, entryId)
  if (!now || now.act === 'withdraw') return []
  const statements = (await listStatements(q, entryId)).map(({ statement }) => statement)
  const members = new Set((await listVoters(deps, q)).map(({ actorId }) => actorId))
  return whoIsAsked(statements, members)
}
