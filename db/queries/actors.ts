import { eq, inArray } from 'drizzle-orm'
import { actors } from '../schema.ts'
import type { Q } from '../store.ts'

/** The name an actor is shown by; empty for an unknown id. */
export async function findActorName(q: Q, id: string): Promise<string> {
  const [row] = await q.select({ name: actors.name }).from(actors).where(eq(actors.id, id))
  return row?.name ?? ''
}

/** The names of several actors by id; unknown ids are left out. */
export async function findActorNames(q: Q, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await q
    .select({ id: actors.id, name: actors.name })
    .from(actors)
    .where(inArray(actors.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
