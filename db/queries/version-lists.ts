import { count, desc, eq, inArray } from 'drizzle-orm'
import { snapshots, threads, versions } from '../schema.ts'
import type { Q } from '../store.ts'
import type { VersionRow } from './versions.ts'

/** All versions of an entry, newest first, with content hash and number of threads on the draft each came from. */
export async function listVersionsWithHash(
  q: Q,
  entryId: string,
): Promise<{ version: VersionRow; hash: string; threads: number }[]> {
  const rows = await q
    .select({ version: versions, hash: snapshots.hash })
    .from(versions)
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(eq(versions.entryId, entryId))
    .orderBy(desc(versions.n))
  const draftIds = rows.flatMap(({ version }) => (version.draftId ? [version.draftId] : []))
  const counts = await q
    .select({ draftId: threads.draftId, n: count() })
    .from(threads)
    .where(inArray(threads.draftId, draftIds))
    .groupBy(threads.draftId)
  const byDraft = new Map(counts.map(({ draftId, n }) => [draftId, n]))
  return rows.map((row) => ({ ...row, threads: byDraft.get(row.version.draftId) ?? 0 }))
}

/** The threads that were argued on the draft of a version, oldest first. */
export async function listVersionThreads(q: Q, draftId: string) {
  return q
    .select({ id: threads.id, title: threads.title, state: threads.state })
    .from(threads)
    .where(eq(threads.draftId, draftId))
    .orderBy(threads.createdAt)
}
