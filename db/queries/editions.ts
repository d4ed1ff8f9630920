import { and, asc, count, desc, eq, lt, ne } from 'drizzle-orm'
import { editionEntries, editions, entries, snapshots, versions } from '../schema.ts'
import type { Q } from '../store.ts'

export type EditionRow = typeof editions.$inferSelect

/** Writes down an edition with the version of each entry in it. */
export async function insertEdition(
  q: Q,
  edition: EditionRow,
  contents: readonly { entryId: string; n: number }[],
): Promise<void> {
  await q.insert(editions).values(edition)
  const rows = contents.map(({ entryId, n }) => ({ editionId: edition.id, entryId, n }))
  // A statement takes so many values and no more.
  for (let at = 0; at < rows.length; at += 1_000) await q.insert(editionEntries).values(rows.slice(at, at + 1_000))
}

export async function findEdition(q: Q, name: string): Promise<EditionRow | undefined> {
  const [row] = await q.select().from(editions).where(eq(editions.name, name))
  return row
}

/** All editions, newest first, with the number of their entries. */
export async function listEditions(q: Q): Promise<(EditionRow & { entries: number })[]> {
  const rows = await q
    .select({ edition: editions, entries: count(editionEntries.entryId) })
    .from(editions)
    .leftJoin(editionEntries, eq(editionEntries.editionId, editions.id))
    .groupBy(editions.id)
    .orderBy(desc(editions.at), desc(editions.id))
  return rows.map(({ edition, entries }) => ({ ...edition, entries }))
}

/** The edition in force: the last one; undefined while there is none. */
export async function latestEdition(q: Q): Promise<EditionRow | undefined> {
  const [row] = await q.select().from(editions).orderBy(desc(editions.at), desc(editions.id)).limit(1)
  return row
}

/** The edition before one. */
export async function editionBefore(q: Q, { at }: EditionRow): Promise<EditionRow | undefined> {
  const [row] = await q.select().from(editions).where(lt(editions.at, at)).orderBy(desc(editions.at)).limit(1)
  return row
}

/** What an edition holds, by kind and address: each entry with its version, as it is called now. */
export async function listEditionContents(q: Q, editionId: string) {
  return q
    .select({
      entryId: entries.id,
      kind: entries.kind,
      slug: entries.slug,
      title: entries.title,
      n: editionEntries.n,
      contentHash: snapshots.hash,
    })
    .from(editionEntries)
    .innerJoin(entries, eq(entries.id, editionEntries.entryId))
    .innerJoin(versions, and(eq(versions.entryId, editionEntries.entryId), eq(versions.n, editionEntries.n)))
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(eq(editionEntries.editionId, editionId))
    .orderBy(asc(entries.kind), asc(entries.slug))
}

/** The current version of everything that is not withdrawn: what an edition of this moment holds. */
export async function listCurrentVersions(q: Q) {
  return q
    .select({ entryId: entries.id, kind: entries.kind, slug: entries.slug, n: versions.n, contentHash: snapshots.hash })
    .from(entries)
    .innerJoin(versions, and(eq(versions.entryId, entries.id), eq(versions.n, entries.currentVersion)))
    .innerJoin(snapshots, eq(snapshots.id, versions.snapshotId))
    .where(ne(versions.kind, 'withdraw'))
}

/** In which editions each version of an entry is, oldest first. */
export async function listEditionsOf(q: Q, entryId: string): Promise<{ n: number; name: string }[]> {
  return q
    .select({ n: editionEntries.n, name: editions.name })
    .from(editionEntries)
    .innerJoin(editions, eq(editions.id, editionEntries.editionId))
    .where(eq(editionEntries.entryId, entryId))
    .orderBy(asc(editions.at))
}
