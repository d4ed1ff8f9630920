import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { entries, snapshots, versions } from '../schema.ts'
import type { Q } from '../store.ts'

/** Published versions, latest first, of these entries or of all. Withdrawals apart. */
export async function listRecentVersions(q: Q, { entryIds, limit }: { entryIds?: readonly string[]; limit: number }) {
  return q
    .select({
      kind: entries.kind,
      slug: entries.slug,
      title: entries.title,
      n: versions.n,
      note: versions.note,
      authors: versions.authors,
      publishedAt: versions.publishedAt,
      content: snapshots.content,
    })
    .from(versions)
    .innerJoin(entries, eq(entries.id, versions.entryId))
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(and(ne(versions.kind, 'withdraw'), entryIds ? inArray(versions.entryId, [...entryIds]) : undefined))
    .orderBy(desc(versions.publishedAt), desc(versions.id))
    .limit(limit)
}
