import { findReport, findSignal } from '../../db/queries/signals.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { hashJson } from '../../domain/record/hash.ts'
import type { Deps } from '../deps.ts'
import { loadBallot } from '../usecases/ballots/ballot-access.ts'
import type { ReportView } from './signal-reports.ts'
import { signalReports } from './signal-reports.ts'

export interface BallotReport {
  /** Over the question and the words of the signal, as the record has it. */
  contentHash: string
  report: ReportView
}

/**
 * What the question of a ballot is about ([B22]); null for a ballot about a text.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function ballotReport(deps: Deps, viewer: Viewer | null, id: string): Promise<BallotReport | null> {
  const q = deps.store.read
  const { ballot } = await loadBallot(q, viewer, id)
  const row = ballot.reportId === null ? undefined : await findReport(q, ballot.reportId)
  const signal = row && (await findSignal(q, row.signalId))
  if (!signal) return null
  const report = (await signalReports(q, [signal], signal.id)).find((one) => one.id === row.id)
  if (!report) throw new Error(`the report ${row.id} of a ballot is missing`)
  return { contentHash: hashJson({ question: ballot.question, signal: signal.words }), report }
}
