import { eq, inArray, max } from 'drizzle-orm'
import type { Viewer } from '../../domain/access/viewer.ts'
import { actors, sessions, users } from '../schema.ts'
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

/** An account as it acts without a session: with the role and suspension that hold now. */
export async function findActorViewer(q: Q, id: string): Promise<Viewer | undefined> {
  const [row] = await q
    .select({ name: actors.name, role: users.role, colour: users.colour, suspendedAt: users.suspendedAt })
    .from(users)
    .innerJoin(actors, eq(actors.id, users.actorId))
    .where(eq(users.actorId, id))
  if (!row) return undefined
  const { suspendedAt, ...viewer } = row
  return { actorId: id, ...viewer, suspended: suspendedAt !== null }
}
