import {
  listDueSignals,
  listOpenReports,
  listPublishedStrategies,
  listReportBallots,
} from '../../db/queries/signals.ts'
import type { Q } from '../../db/store.ts'
import type { SignalState } from '../../domain/signals/ledger.ts'
import { signalWords } from '../../domain/signals/signal.ts'

/** At most so many signals are listed as due; the ledger has them all. */
const mostDue = 20

export interface SignalQueues {
  /** Reports without an open ballot, the longest waiting first. */
  reports: { id: string; slug: string; title: string; state: SignalState; at: number }[]
  /** Signals due for review, the longest due first. */
  due: { id: string; slug: string; title: string; at: number }[]
}

/** What signals ask of a moderator or a facilitator. */
export async function signalQueues(q: Q, now: number): Promise<SignalQueues> {
  const open = await listOpenReports(q)
  const ballots = await listReportBallots(
    q,
    open.map(({ report }) => report.id),
  )
  const underVote = new Set(ballots.filter(({ state }) => state === 'open').map(({ reportId }) => reportId))
  const due = await listDueSignals(q, now)
  // Words that were replaced need no review.
  const present = due.length === 0 ? [] : await listPublishedStrategies(q)
  const current = new Set(
    present
      .filter(({ act }) => act !== 'withdraw')
      .map(({ entryId, content }) => `${entryId} ${signalWords(content.sections.falsification)}`),
  )
  return {
    reports: open
      .filter(({ report }) => !underVote.has(report.id))
      .map(({ report, state, entry }) => ({ id: report.id, ...entry, state, at: report.reportedAt })),
    due: due
      .filter(({ signal }) => current.has(`${signal.entryId} ${signal.words}`))
      .slice(0, mostDue)
      .map(({ signal, entry }) => ({ id: signal.id, ...entry, at: signal.reviewAt })),
  }
}
