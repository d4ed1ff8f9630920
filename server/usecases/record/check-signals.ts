import { findBallot } from '../../../db/queries/ballots.ts'
import { listEventsOfTypes } from '../../../db/queries/check.ts'
import type { EventRow } from '../../../db/queries/record.ts'
import type { ReportRow } from '../../../db/queries/signals.ts'
import { findReport, findSignal, listAllReports, listSignals } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import type { StepResult } from './fault.ts'

const stateOf: Record<string, string | undefined> = { adopted: 'landed', rejected: 'not-landed' }

/**
 * Every signal and report that is said to have landed or not was decided so by a ballot that closed accordingly, and
 * every ballot about a report covers the words that it covered when it was opened (signals SPEC [F9]).
 */
export async function checkSignals(q: Q): Promise<StepResult> {
  const decided = await listEventsOfTypes(q, ['signal.decided'])
  const closed = new Map((await listEventsOfTypes(q, ['ballot.closed'])).map((event) => [event.subject, event]))
  for (const event of decided) {
    const words = unfounded(event, closed.get(`ballot/${event.payload.ballotId}`))
    if (words) return { count: 0, fault: { where: `event ${event.seq}`, words } }
  }
  const reports = new Map(decided.map((event) => [event.payload.report, event]))
  for (const report of await listAllReports(q)) {
    const words = reportFault(report, reports.get(report.id))
    if (words) return { count: 0, fault: { where: `report ${report.id}`, words } }
  }
  const last = new Map(decided.map((event) => [event.payload.signal, event]))
  const signals = await listSignals(q)
  for (const { id, state } of signals) {
    const told = last.get(id)?.payload.state
    // A signal that landed stays so; one that has not may be reported anew.
    const isDecided = state === 'landed' || state === 'not-landed' || told === 'landed'
    if (isDecided && told !== state) {
      return { count: 0, fault: { where: `signal ${id}`, words: 'its state is not what the last ballot decided' } }
    }
  }
  for (const event of await listEventsOfTypes(q, ['ballot.opened'])) {
    if (event.payload.reportId === undefined || (await coversItsWords(q, event))) continue
    const words = 'the words of the signal or the question are not those it was opened with'
    return { count: 0, fault: { where: event.subject.replace('/', ' '), words } }
  }
  return { count: signals.length, fault: null }
}

function unfounded({ payload }: EventRow, closed: EventRow | undefined): string | null {
  if (!closed) return 'it tells of a decision by a ballot that did not close'
  const fits = stateOf[String(closed.payload.result)] === payload.state && closed.payload.reportId === payload.report
  return fits ? null : 'the ballot it names decided otherwise'
}

function reportFault({ outcome }: ReportRow, decided: EventRow | undefined): string | null {
  const said = outcome === 'withdrawn' ? null : outcome
  return said === (decided?.payload.state ?? null) ? null : 'its outcome is not what a ballot decided'
}

async function coversItsWords(q: Q, { payload }: EventRow): Promise<boolean> {
  const ballot = await findBallot(q, String(payload.ballotId))
  const report = ballot?.reportId ? await findReport(q, ballot.reportId) : undefined
  const signal = report && (await findSignal(q, report.signalId))
  if (!ballot || !signal || report.id !== payload.reportId) return false
  return hashJson({ question: ballot.question, signal: signal.words }) === payload.contentHash
}
