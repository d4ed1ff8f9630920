import { and, eq, getTableColumns } from 'drizzle-orm'
import * as schema from '../schema.ts'
import { drafts, snapshots } from '../schema.ts'
import type { Q } from '../store.ts'

/** Every table whose rows belong to one generation of one draft. */
const generationTables = [schema.docUpdates, schema.docSnapshots, schema.docClients, schema.draftMoments] as const

/** The generation that each draft is in, by id. */
export async function draftGenerations(q: Q): Promise<Map<string, number>> {
  const rows = await q.select({ id: drafts.id, generation: drafts.generation }).from(drafts)
  return new Map(rows.map(({ id, generation }) => [id, generation]))
}

/**
 * Moves every draft, with its log, to a generation that is above the one it has and above the one in `seen`, so
 * that whoever holds its text from before does not merge it into this one.
 *
 * @param seen generations that clients may hold, by draft.
 * @returns how many drafts there are.
 */
export async function raiseGenerations(q: Q, seen: ReadonlyMap<string, number>): Promise<number> {
  const now = await draftGenerations(q)
  for (const [id, generation] of now) {
    const next = Math.max(generation, seen.get(id) ?? 0) + 1
    for (const table of generationTables) {
      const columns = getTableColumns(table)
      await q
        .update(table)
        .set({ generation: next })
        .where(and(eq(columns.draftId, id), eq(columns.generation, generation)))
    }
    await q
      .update(snapshots)
      .set({ docGeneration: next })
      .where(and(eq(snapshots.draftId, id), eq(snapshots.docGeneration, generation)))
    await q.update(drafts).set({ generation: next }).where(eq(drafts.id, id))
  }
  return now.size
}
