import { eq, inArray, max } from 'drizzle-orm'
import { actors, sessions } from '../schema.ts'
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

/** When each of these accounts was last seen signed in, on any device; one that never was is left out. */
export async function lastSeen(q: Q, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await q
    .select({ actorId: sessions.actorId, at: max(sessions.lastSeenAt) })
    .from(sessions)
    .where(inArray(sessions.actorId, [...new Set(ids)]))
    .groupBy(sessions.actorId)
  return new Map(rows.map(({ actorId, at }) => [actorId, at ?? 0]))
}
