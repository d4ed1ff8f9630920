import { and, eq } from 'drizzle-orm'
import { listTagRows } from '../../db/queries/vocabulary.ts'
import { entries, snapshots, versions } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { EntryContent, EntryKind } from '../../domain/entries/kinds.ts'
import { mergedTags } from '../../domain/vocabulary/lists.ts'
import { withMergedTags } from '../../domain/vocabulary/merged-tags.ts'

/** An entry as its current version says it. */
export interface IndexedEntry {
  entryId: string
  kind: EntryKind
  slug: string
  title: string
  /** Number of the current version. */
  n: number
  versionId: string
  /** With merged tags as the tags they went into (vocabulary SPEC [U25]); the hash is of what was written. */
  content: EntryContent
  /** As the version says it, where that names a merged tag. */
  written?: EntryContent
  hash: string
  publishedAt: number
  /** From when on it should not be relied on; null for never (publishing SPEC [P23]). */
  expiresAt: number | null
}

/** An entry that was taken out of the atlas, with the reason that was given. */
export interface WithdrawnEntry {
  entryId: string
  title: string
  /** The version that withdrew it. */
  n: number
  reason: string
  at: number
}

/** What every entry says now, and which were withdrawn, by `kind/slug`. */
export async function currentEntries(
  q: Q,
): Promise<{ published: IndexedEntry[]; withdrawn: Map<string, WithdrawnEntry> }> {
  const rows = await q
    .select({
      entryId: entries.id,
      kind: entries.kind,
      slug: entries.slug,
      title: entries.title,
      n: versions.n,
      versionId: versions.id,
      content: snapshots.content,
      hash: snapshots.hash,
      publishedAt: versions.publishedAt,
      expiresAt: versions.expiresAt,
      act: versions.kind,
      note: versions.note,
    })
    .from(entries)
    .innerJoin(versions, and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion)))
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
  const merged = mergedTags(await listTagRows(q))
  const published: IndexedEntry[] = []
  const withdrawn = new Map<string, WithdrawnEntry>()
  for (const { act, note, ...entry } of rows) {
    const { entryId, kind, slug, title, n, publishedAt } = entry
    if (act !== 'withdraw') published.push({ ...entry, ...withMergedTags(entry.content, merged) })
    else withdrawn.set(`${kind}/${slug}`, { entryId, title, n, reason: note, at: publishedAt })
  }
  return { published, withdrawn }
}
