import { eq } from 'drizzle-orm'
import { positionStatements, signalReports, signalSources, signals } from '../schema.ts'
import type { Q } from '../store.ts'

/** Entries whose public pages show a member's name beside a position, a report, a source or a review of its signal. */
export async function listEntriesNaming(q: Q, actorId: string): Promise<string[]> {
  const entryId = signals.entryId
  const named = await Promise.all([
    q
      .selectDistinct({ entryId: positionStatements.entryId })
      .from(positionStatements)
      .where(eq(positionStatements.actorId, actorId)),
    q.selectDistinct({ entryId }).from(signals).where(eq(signals.reviewedBy, actorId)),
    q
      .selectDistinct({ entryId })
      .from(signalReports)
      .innerJoin(signals, eq(signals.id, signalReports.signalId))
      .where(eq(signalReports.reportedBy, actorId)),
    q
      .selectDistinct({ entryId })
      .from(signalSources)
      .innerJoin(signalReports, eq(signalReports.id, signalSources.reportId))
      .innerJoin(signals, eq(signals.id, signalReports.signalId))
      .where(eq(signalSources.addedBy, actorId)),
  ])
  return [...new Set(named.flat().map((row) => row.entryId))]
}
