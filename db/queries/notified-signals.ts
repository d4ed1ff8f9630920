import { and, asc, eq, sql } from 'drizzle-orm'
import { amongNamed, prepared } from '../prepared.ts'
import { entries, signalCalls, signalReports, signalSources, signals, versions } from '../schema.ts'
import type { Q } from '../store.ts'

const entryOf = { id: entries.id, kind: entries.kind, slug: entries.slug, title: entries.title }
const current = { act: versions.kind, publishedAt: versions.publishedAt }
const isCurrent = and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion))

const ask = prepared((q) => ({
  reports: q
    .select({
      report: signalReports,
      state: signals.state,
      entry: entryOf,
      ...current,
      asked: signalCalls.actorId,
      statementId: signalCalls.statementId,
    })
    .from(signalReports)
    .innerJoin(signals, eq(signals.id, signalReports.signalId))
    .innerJoin(entries, eq(entries.id, signals.entryId))
    .innerJoin(versions, isCurrent)
    .leftJoin(
      signalCalls,
      and(eq(signalCalls.reportId, signalReports.id), eq(signalCalls.actorId, sql.placeholder('actorId'))),
    )
    .where(amongNamed(signalReports.id, 'ids'))
    .prepare(),
  sources: q
    .select({ reportId: signalSources.reportId, title: signalSources.title, publisher: signalSources.publisher })
    .from(signalSources)
    .where(amongNamed(signalSources.reportId, 'ids'))
    .orderBy(asc(signalSources.addedAt))
    .prepare(),
  signals: q
    .select({ signal: signals, entry: entryOf, ...current })
    .from(signals)
    .innerJoin(entries, eq(entries.id, signals.entryId))
    .innerJoin(versions, isCurrent)
    .where(amongNamed(signals.id, 'ids'))
    .prepare(),
  versions: q
    .select({
      id: versions.id,
      n: versions.n,
      note: versions.note,
      authors: versions.authors,
      reviewAt: versions.reviewAt,
      expiresAt: versions.expiresAt,
      current: entries.currentVersion,
      entry: entryOf,
    })
    .from(versions)
    .innerJoin(entries, eq(entries.id, versions.entryId))
    .where(amongNamed(versions.id, 'ids'))
    .prepare(),
}))

/** Reports by id with their signal, entry and current version, and how one person was asked about them. */
export async function findReportsFor(q: Q, ids: readonly string[], actorId: string) {
  return ask(q).reports.all({ ids: JSON.stringify(ids), actorId })
}

/** The first source of each of these reports. */
export async function findFirstSources(q: Q, reportIds: readonly string[]) {
  const rows = await ask(q).sources.all({ ids: JSON.stringify(reportIds) })
  return new Map(rows.reverse().map((row) => [row.reportId, row]))
}

/** Signals by id with their entry and its current version. */
export async function findSignals(q: Q, ids: readonly string[]) {
  return ask(q).signals.all({ ids: JSON.stringify(ids) })
}

/** Versions by id with their entry. */
export async function findVersions(q: Q, ids: readonly string[]) {
  return ask(q).versions.all({ ids: JSON.stringify(ids) })
}
