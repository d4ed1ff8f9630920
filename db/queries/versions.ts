import { and, eq, sql } from 'drizzle-orm'
import { declarations, entries, versions } from '../schema.ts'
import type { Q } from '../store.ts'
import { indexEntry, indexEntryThreads } from './search-texts.ts'
import type { SnapshotRow } from './snapshots.ts'

export type VersionRow = typeof versions.$inferSelect

/**
 * Publishes a snapshot as version `n`: the version, its own declarations, the entry's pointer to it, and its search. A
 * version that withdraws declares nothing and is not searched.
 */
export async function insertVersion(q: Q, version: VersionRow, snapshot: SnapshotRow): Promise<void> {
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
  const before = await findVersion(q, version.entryId, version.n - 1)
  if (version.kind === 'withdraw' || before?.kind === 'withdraw') await indexEntryThreads(q, version.entryId)
}

export async function findVersion(q: Q, entryId: string, n: number): Promise<VersionRow | undefined> {
  const [row] = await q
    .select()
    .from(versions)
    .where(and(eq(versions.entryId, entryId), eq(versions.n, n)))
  return row
}
