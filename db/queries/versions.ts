import { and, asc, eq, lt, max, ne, sql } from 'drizzle-orm'
import { declarations, entries, snapshots, versions } from '../schema.ts'
import type { Q } from '../store.ts'
import { indexEntry, indexEntryThreads } from './search-texts.ts'
import type { SnapshotRow } from './snapshots.ts'

export type VersionRow = typeof versions.$inferSelect

/**
 * Publishes a snapshot as version `n`: the version, its own declarations, the entry's pointer to it, and its search. A
 * version that withdraws declares nothing and is not searched.
 */
export async function insertVersion(q: Q, version: VersionRow, snapshot: SnapshotRow): Promise<void> {
  const [entry] = await q
    .select({ current: entries.currentVersion })
    .from(entries)
    .where(eq(entries.id, version.entryId))
  await q.insert(versions).values(version)
  const declared = version.kind === 'withdraw' ? [] : snapshot.content.declarations
  const rows = declared.map((declaration) => ({
    ...declaration,
    versionId: version.id,
    entryId: version.entryId,
  }))
  if (rows.length > 0) await q.insert(declarations).values(rows)
  await q
    .update(entries)
    .set({
      currentVersion: version.n,
      title: snapshot.content.title,
      publicRevision: sql`${entries.publicRevision} + 1`,
    })
    .where(eq(entries.id, version.entryId))
  await indexEntry(q, version.entryId, version.kind === 'withdraw' ? null : snapshot.content)
  const before = await findVersion(q, version.entryId, entry?.current ?? 0)
  if (version.kind === 'withdraw' || before?.kind === 'withdraw') await indexEntryThreads(q, version.entryId)
}

export async function findVersion(q: Q, entryId: string, n: number): Promise<VersionRow | undefined> {
  const [row] = await q
    .select()
    .from(versions)
    .where(and(eq(versions.entryId, entryId), eq(versions.n, n)))
  return row
}

/** The highest number of any version of an entry, minority variants included; null where there is none. */
export async function lastVersionNumber(q: Q, entryId: string): Promise<number | null> {
  const [row] = await q
    .select({ n: max(versions.n) })
    .from(versions)
    .where(eq(versions.entryId, entryId))
  return row?.n ?? null
}

/** Number of the version that was current before version `n`, never a minority variant; null where there was none. */
export async function versionBefore(q: Q, entryId: string, n: number): Promise<number | null> {
  const [row] = await q
    .select({ n: max(versions.n) })
    .from(versions)
    .where(and(eq(versions.entryId, entryId), lt(versions.n, n), ne(versions.kind, 'variant')))
  return row?.n ?? null
}

/** Keeps a text as a minority variant: it has a number and declares nothing, and what is current stays current. */
export async function insertVariant(q: Q, version: VersionRow & { variant: string }): Promise<void> {
  await q.insert(versions).values(version)
  await q
    .update(entries)
    .set({ publicRevision: sql`${entries.publicRevision} + 1` })
    .where(eq(entries.id, version.entryId))
}

/** The minority variants of an entry, first first, each with the hash of its text. */
export async function listVariants(q: Q, entryId: string): Promise<{ n: number; name: string; hash: string }[]> {
  const rows = await q
    .select({ n: versions.n, name: versions.variant, hash: snapshots.hash })
    .from(versions)
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(and(eq(versions.entryId, entryId), eq(versions.kind, 'variant')))
    .orderBy(asc(versions.n))
  return rows.map((row) => ({ ...row, name: row.name ?? '' }))
}

/** A version by id, where it is the current one of its entry and in the atlas. */
export async function findCurrentVersion(q: Q, id: string): Promise<VersionRow | undefined> {
  const [row] = await q
    .select({ version: versions })
    .from(versions)
    .innerJoin(entries, and(eq(entries.id, versions.entryId), eq(entries.currentVersion, versions.n)))
    .where(and(eq(versions.id, id), ne(versions.kind, 'withdraw')))
  return row?.version
}

/** Sets the days of a version anew; nothing else of it ever changes. */
export async function updateVersionDays(
  q: Q,
  id: string,
  { reviewAt, expiresAt }: Pick<VersionRow, 'reviewAt' | 'expiresAt'>,
): Promise<void> {
  await q.update(versions).set({ reviewAt, expiresAt }).where(eq(versions.id, id))
}
