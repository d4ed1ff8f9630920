import { and, eq } from 'drizzle-orm'
import { setField } from '../../domain/entries/field-values.ts'
import { mergedTags } from '../../domain/vocabulary/lists.ts'
import { tagField } from '../../domain/vocabulary/merged-tags.ts'
import { entries, snapshots, versions } from '../schema.ts'
import type { Q } from '../store.ts'
import { listTagRows } from './vocabulary.ts'

/** The tags of an entry's current version; of a person they are called categories. */
export async function listTagsOf(q: Q, entryId: string): Promise<string[]> {
  const [row] = await q
    .select({ content: snapshots.content })
    .from(entries)
    .innerJoin(versions, and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion)))
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(eq(entries.id, entryId))
  if (!row) return []
  const merged = mergedTags(await listTagRows(q))
  const tags = setField(row.content, tagField(row.content))
  // Who watches either name of a tag hears of it.
  return [...new Set(tags.flatMap((tag) => [tag, merged.get(tag) ?? tag]))]
}
