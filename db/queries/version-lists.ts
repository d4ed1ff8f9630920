import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { snapshotParts, snapshots, threads, versions } from '../schema.ts'
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

/** The versions of an entry that were current once, oldest first, with the hash of each part of their texts. */
export async function listMainLine(q: Q, entryId: string): Promise<(VersionRow & { parts: Record<string, string> })[]> {
  const rows = await q
    .select({ version: versions, part: snapshotParts.part, hash: snapshotParts.hash })
    .from(versions)
    .innerJoin(snapshotParts, eq(snapshotParts.snapshotId, versions.snapshotId))
    .where(and(eq(versions.entryId, entryId), isNull(versions.variant)))
    .orderBy(asc(versions.n))
  const line = new Map<number, VersionRow & { parts: Record<string, string> }>()
  for (const { version, part, hash } of rows) {
    const known = line.get(version.n) ?? { ...version, parts: {} }
    known.parts[part] = hash
    line.set(version.n, known)
  }
  return [...line.values()]
}

/** The threads that were argued on the draft of a version, oldest first. */
export async function listVersionThreads(q: Q, draftId: string) {
  return q
    .select({ id: threads.id, title: threads.title, state: threads.state })
    .from(threads)
    .where(eq(threads.draftId, draftId))
    .orderBy(threads.createdAt)
}
