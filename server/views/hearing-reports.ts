import { findSignal, listReportsOfThread } from '../../db/queries/signals.ts'
import type { Q } from '../../db/store.ts'
import { presentSignal } from '../usecases/signals/signal-access.ts'
import type { ReportView } from './signal-reports.ts'
import { signalReports } from './signal-reports.ts'

export interface HearingReports {
  /** Slug of the strategy. */
  slug: string
  list: ReportView[]
}

/** What was reported of signals and is argued in a hearing, the latest first. */
export async function hearingReports(q: Q, threadId: string, slug: string): Promise<HearingReports> {
  const rows = await listReportsOfThread(q, threadId)
  const signals = await Promise.all([...new Set(rows.map(({ signalId }) => signalId))].map((id) => findSignal(q, id)))
  const known = signals.filter((signal) => signal !== undefined)
  const [first] = known
  const present = first && (await presentSignal(q, first.entryId))
  const all = await signalReports(q, known, present?.id)
  return { slug, list: rows.flatMap(({ id }) => all.find((report) => report.id === id) ?? []) }
}
