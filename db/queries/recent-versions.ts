import { and, desc, eq, inArray, notInArray } from 'drizzle-orm'
import { entries, snapshots, versions } from '../schema.ts'
import type { Q } from '../store.ts'

/**
 * Published versions, latest first, of these entries or of all. Withdrawals and minority variants apart. What each says is read for those
 * that are wanted only.
 *
 * @param except entries that are left out.
 */
export async function listRecentVersions(
  q: Q,
  { entryIds, except, limit }: { entryIds?: readonly string[]; except: readonly string[]; limit: number },
) {
  const wanted = q
    .select({ id: versions.id })
    .from(versions)
    .where(
      and(
        notInArray(versions.kind, ['withdraw', 'variant']),
        entryIds ? inArray(versions.entryId, [...entryIds]) : undefined,
        except.length > 0 ? notInArray(versions.entryId, [...except]) : undefined,
      ),
    )
    .orderBy(desc(versions.publishedAt), desc(versions.id))
    .limit(limit)
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
    .where(inArray(versions.id, wanted))
    .orderBy(desc(versions.publishedAt), desc(versions.id))
}
