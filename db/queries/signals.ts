import { and, asc, count, desc, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import {
  actors,
  ballots,
  entries,
  jobs,
  positionStatements,
  signalCalls,
  signalReports,
  signalSources,
  signals,
  snapshots,
  threads,
  versions,
} from '../schema.ts'
import type { Q } from '../store.ts'

export type SignalRow = typeof signals.$inferSelect
export type ReportRow = typeof signalReports.$inferSelect
export type SourceRow = typeof signalSources.$inferSelect

const isCurrent = and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion))
const isNotWithdrawn = ne(versions.kind, 'withdraw')

export async function insertSignal(q: Q, row: SignalRow): Promise<void> {
  await q.insert(signals).values(row)
}

export async function updateSignal(
  q: Q,
  id: string,
  change: Partial<Pick<SignalRow, 'state' | 'reviewAt' | 'bound' | 'reviewedAt' | 'reviewedBy' | 'reviewNote'>>,
): Promise<void> {
  await q.update(signals).set(change).where(eq(signals.id, id))
}

export async function findSignal(q: Q, id: string): Promise<SignalRow | undefined> {
  const [row] = await q.select().from(signals).where(eq(signals.id, id))
  return row
}

/** Every wording that entries published as their signal, of one entry or of all, the latest first. */
export async function listSignals(q: Q, entryId?: string): Promise<SignalRow[]> {
  return q
    .select()
    .from(signals)
    .where(entryId === undefined ? undefined : eq(signals.entryId, entryId))
    .orderBy(desc(signals.version))
}

export async function hasSignals(q: Q): Promise<boolean> {
  const [one] = await q.select({ id: signals.id }).from(signals).limit(1)
  return one !== undefined
}

/** What the strategies say now that are published and not withdrawn, of one entry or of all. */
export async function listPublishedStrategies(q: Q, entryId?: string) {
  return q
    .select({
      entryId: entries.id,
      n: versions.n,
      act: versions.kind,
      at: versions.publishedAt,
      content: snapshots.content,
    })
    .from(entries)
    .innerJoin(versions, and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion)))
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(and(eq(entries.kind, 'strategy'), entryId === undefined ? undefined : eq(entries.id, entryId)))
}

/** Signals whose time of review has come, the longest due first, with their entries. */
export async function listDueSignals(q: Q, now: number) {
  return q
    .select({ signal: signals, entry: { slug: entries.slug, title: entries.title } })
    .from(signals)
    .innerJoin(entries, eq(entries.id, signals.entryId))
    .where(and(lte(signals.reviewAt, now), inArray(signals.state, ['armed', 'not-landed', 'expired'])))
    .orderBy(asc(signals.reviewAt))
}

/** Signals whose next review nobody will be told of: no job says it. */
export async function listSignalsWithoutReminder(q: Q): Promise<Pick<SignalRow, 'id' | 'reviewAt'>[]> {
  const key = sql`'remind-review/' || ${signals.id} || '/' || ${signals.reviewAt}`
  return q
    .select({ id: signals.id, reviewAt: signals.reviewAt })
    .from(signals)
    .leftJoin(jobs, eq(jobs.key, key))
    .where(isNull(jobs.id))
}

export async function insertReport(q: Q, row: ReportRow): Promise<void> {
  await q.insert(signalReports).values(row)
}

export async function decideReport(q: Q, id: string, change: Pick<ReportRow, 'outcome' | 'decidedAt'>): Promise<void> {
  await q.update(signalReports).set(change).where(eq(signalReports.id, id))
}

/** Every report that was ever made, in the order of ids. */
export async function listAllReports(q: Q): Promise<ReportRow[]> {
  return q.select().from(signalReports).orderBy(asc(signalReports.id))
}

export async function findReport(q: Q, id: string): Promise<ReportRow | undefined> {
  const [row] = await q.select().from(signalReports).where(eq(signalReports.id, id))
  return row
}

/** The report of a signal that no ballot has decided yet. */
export async function findOpenReport(q: Q, signalId: string): Promise<ReportRow | undefined> {
  const [row] = await q
    .select()
    .from(signalReports)
    .where(and(eq(signalReports.signalId, signalId), isNull(signalReports.outcome)))
  return row
}

/** Reports that are argued in a hearing, the latest first. */
export async function listReportsOfThread(q: Q, threadId: string): Promise<ReportRow[]> {
  return q
    .select()
    .from(signalReports)
    .where(eq(signalReports.threadId, threadId))
    .orderBy(desc(signalReports.reportedAt))
}

/** Reports of some signals with who made them and where they are heard, the latest first. */
export async function listReports(q: Q, signalIds: readonly string[]) {
  return q
    .select({ report: signalReports, by: actors.name, hearing: { id: threads.id, title: threads.title } })
    .from(signalReports)
    .innerJoin(actors, eq(actors.id, signalReports.reportedBy))
    .innerJoin(threads, eq(threads.id, signalReports.threadId))
    .where(inArray(signalReports.signalId, [...signalIds]))
    .orderBy(desc(signalReports.reportedAt))
}

/** Reports that wait for a ballot, the longest waiting first, with their entries; none on withdrawn entries. */
export async function listOpenReports(q: Q) {
  return q
    .select({ report: signalReports, state: signals.state, entry: { slug: entries.slug, title: entries.title } })
    .from(signalReports)
    .innerJoin(signals, eq(signals.id, signalReports.signalId))
    .innerJoin(entries, eq(entries.id, signals.entryId))
    .innerJoin(versions, isCurrent)
    .where(and(isNull(signalReports.outcome), isNotWithdrawn))
    .orderBy(asc(signalReports.reportedAt))
}

export async function insertSource(q: Q, row: SourceRow): Promise<void> {
  await q.insert(signalSources).values(row)
}

/** Sources of some reports with who added them, oldest first. */
export async function listSources(q: Q, reportIds: readonly string[]) {
  return q
    .select({ source: signalSources, by: actors.name })
    .from(signalSources)
    .innerJoin(actors, eq(actors.id, signalSources.addedBy))
    .where(inArray(signalSources.reportId, [...reportIds]))
    .orderBy(asc(signalSources.addedAt), asc(signalSources.contributionId))
}

/** The source that stands in a hearing as this contribution. */
export async function findSource(q: Q, contributionId: string): Promise<SourceRow | undefined> {
  const [row] = await q.select().from(signalSources).where(eq(signalSources.contributionId, contributionId))
  return row
}

/** How many sources somebody added after a moment, in milliseconds since 1970. */
export async function countSourcesSince(q: Q, actorId: string, after: number): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(signalSources)
    .where(and(eq(signalSources.addedBy, actorId), gt(signalSources.addedAt, after)))
  return row?.n ?? 0
}

/** Forgets the words of a source whose contribution is deleted. */
export async function emptySource(q: Q, contributionId: string): Promise<void> {
  await q
    .update(signalSources)
    .set({ url: '', title: '', publisher: '', date: '', shows: '' })
    .where(eq(signalSources.contributionId, contributionId))
}

/** Ballots that were opened about some reports, the latest first. */
export async function listReportBallots(q: Q, reportIds: readonly string[]) {
  return q
    .select({
      id: ballots.id,
      reportId: ballots.reportId,
      state: ballots.state,
      closesAt: ballots.closesAt,
      closedAt: ballots.closedAt,
      outcome: ballots.outcome,
    })
    .from(ballots)
    .where(inArray(ballots.reportId, [...reportIds]))
    .orderBy(desc(ballots.opensAt), desc(ballots.id))
}

export async function insertCalls(q: Q, rows: (typeof signalCalls.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await q.insert(signalCalls).values(rows)
}

/** Takes a statement as the answer to everything its member is still asked about an entry. */
export async function answerCalls(q: Q, about: { entryId: string; actorId: string }, statementId: string) {
  const open = await callsOf(q, about)
  for (const { reportId } of open) {
    await q
      .update(signalCalls)
      .set({ statementId })
      .where(and(eq(signalCalls.reportId, reportId), eq(signalCalls.actorId, about.actorId)))
  }
}

/** What a member is asked and has not answered, about one entry or all, oldest first; nothing of withdrawn entries. */
export async function listOpenCalls(q: Q, about: { actorId: string; entryId?: string }) {
  return (await callsOf(q, about)).filter(({ act }) => act !== 'withdraw')
}

async function callsOf(q: Q, { actorId, entryId }: { actorId: string; entryId?: string }) {
  return q
    .select({
      reportId: signalCalls.reportId,
      askedAt: signalCalls.askedAt,
      entry: { id: entries.id, slug: entries.slug, title: entries.title },
      act: versions.kind,
    })
    .from(signalCalls)
    .innerJoin(signalReports, eq(signalReports.id, signalCalls.reportId))
    .innerJoin(signals, eq(signals.id, signalReports.signalId))
    .innerJoin(entries, eq(entries.id, signals.entryId))
    .innerJoin(versions, isCurrent)
    .where(
      and(
        eq(signalCalls.actorId, actorId),
        isNull(signalCalls.statementId),
        entryId === undefined ? undefined : eq(signals.entryId, entryId),
      ),
    )
    .orderBy(asc(signalCalls.askedAt))
}

/** Everybody who was asked after some reports, with the position they answered with. */
export async function listCalls(q: Q, reportIds: readonly string[]) {
  return q
    .select({
      reportId: signalCalls.reportId,
      actorId: signalCalls.actorId,
      name: actors.name,
      statementId: signalCalls.statementId,
      act: positionStatements.act,
      position: positionStatements.position,
      reason: positionStatements.reason,
    })
    .from(signalCalls)
    .innerJoin(actors, eq(actors.id, signalCalls.actorId))
    .leftJoin(positionStatements, eq(positionStatements.id, signalCalls.statementId))
    .where(inArray(signalCalls.reportId, [...reportIds]))
    .orderBy(asc(actors.name), asc(actors.id))
}
