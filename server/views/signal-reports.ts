import type { SignalRow } from '../../db/queries/signals.ts'
import { listCalls, listReportBallots, listReports, listSources } from '../../db/queries/signals.ts'
import type { Q } from '../../db/store.ts'
import type { Result } from '../../domain/ballots/ballot.ts'
import type { ReportState } from '../../domain/signals/machine.ts'
import type { MemberPosition, StatementAct } from '../../domain/signals/positions.ts'
import { heldAfter } from '../../domain/signals/positions.ts'
import { livingSources } from '../../domain/signals/source.ts'

/** At most so many sources of a report stand on a page; all of them are in its hearing. */
const mostSources = 20

export interface ReportView {
  id: string
  signalId: string
  /** The first version with the words it is about. */
  version: number
  /** Whether the current version still has these words. */
  current: boolean
  words: string
  state: ReportState
  by: string
  reportedAt: number
  decidedAt: number | null
  hearing: { id: string; title: string }
  /** The first of them, oldest first; the words of one whose contribution was deleted are empty. */
  sources: { id: string; url: string; title: string; publisher: string; date: string; shows: string; by: string }[]
  /** How many have not been deleted, those that are not in `sources` among them. */
  living: number
  /** How many are not in `sources`. */
  moreSources: number
  /** Latest first. */
  ballots: {
    id: string
    state: 'scheduled' | 'open' | 'closed' | 'void'
    closesAt: number
    closedAt: number | null
    result: Result | null
  }[]
  held: { held: number; asked: number; open: number }
  /** Everybody who was asked after it landed, by name. */
  calls: {
    actorId: string
    name: string
    /** Null while they have not answered. */
    act: StatementAct | null
    position: MemberPosition | null
    reason: string
  }[]
}

/** What was reported of some signals, the latest first. @param currentId the signal of the current version, if any. */
export async function signalReports(
  q: Q,
  signals: readonly SignalRow[],
  currentId: string | undefined,
): Promise<ReportView[]> {
  const byId = new Map(signals.map((signal) => [signal.id, signal]))
  const rows = await listReports(q, [...byId.keys()])
  if (rows.length === 0) return []
  const ids = rows.map(({ report }) => report.id)
  const [sources, ballots, calls] = await Promise.all([
    listSources(q, ids),
    listReportBallots(q, ids),
    listCalls(q, ids),
  ])
  return rows.flatMap(({ report, by, hearing }): ReportView[] => {
    const signal = byId.get(report.signalId)
    if (!signal) return []
    const own = sources.filter(({ source }) => source.reportId === report.id)
    const asked = calls.filter(({ reportId }) => reportId === report.id)
    return [
      {
        id: report.id,
        signalId: signal.id,
        version: signal.version,
        current: signal.id === currentId,
        words: signal.words,
        state: report.outcome ?? signal.state,
        by,
        reportedAt: report.reportedAt,
        decidedAt: report.decidedAt,
        hearing,
        living: livingSources(own.map(({ source }) => source)).length,
        moreSources: Math.max(0, own.length - mostSources),
        sources: own
          .slice(0, mostSources)
          .map(({ source: { contributionId, url, title, publisher, date, shows }, by }) => {
            return { id: contributionId, url, title, publisher, date, shows, by }
          }),
        ballots: ballots
          .filter(({ reportId }) => reportId === report.id)
          .map(({ id, state, closesAt, closedAt, outcome }) => {
            return { id, state, closesAt, closedAt, result: outcome?.result ?? null }
          }),
        held: heldAfter(
          asked.map(({ actorId, statementId, position }) => ({
            actorId,
            answer: statementId === null ? undefined : position,
          })),
        ),
        calls: asked.map(({ actorId, name, statementId, act, position, reason }) => ({
          actorId,
          name,
          act: statementId === null ? null : act,
          position,
          reason: reason ?? '',
        })),
      },
    ]
  })
}
