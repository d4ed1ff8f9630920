import { and, eq, sql } from 'drizzle-orm'
import type { EntryKind } from '../../domain/entries/kinds.ts'
import { entries, slugs } from '../schema.ts'
import type { Q } from '../store.ts'

export type EntryRow = typeof entries.$inferSelect

export async function findEntry(q: Q, kind: EntryKind, slug: string): Promise<EntryRow | undefined> {
  const [row] = await q
    .select()
    .from(entries)
    .where(and(eq(entries.kind, kind), eq(entries.slug, slug)))
  return row
}

export async function findEntryById(q: Q, id: string): Promise<EntryRow | undefined> {
  const [row] = await q.select().from(entries).where(eq(entries.id, id))
  return row
}

/** Creates an entry nobody has published yet, with its address. */
export async function insertEntry(
  q: Q,
  entry: Pick<EntryRow, 'id' | 'kind' | 'slug' | 'title' | 'createdAt'>,
): Promise<void> {
  await q.insert(entries).values({ ...entry, currentVersion: null, publicRevision: 0 })
  await q.insert(slugs).values({ kind: entry.kind, slug: entry.slug, entryId: entry.id })
}

/** Moves the public revision: something that readers of the entry's page can see has changed. */
export async function touchEntry(q: Q, id: string): Promise<void> {
  await q
    .update(entries)
    .set({ publicRevision: sql`${entries.publicRevision} + 1` })
    .where(eq(entries.id, id))
}
