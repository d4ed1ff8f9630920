import { and, count, eq, gt, inArray, sql } from 'drizzle-orm'
import { actors, notifications, users } from '../schema.ts'
import type { Q } from '../store.ts'

/** Accounts by their name in small letters, of some names; a name that several accounts have is left out. */
export async function findAccountsNamed(q: Q, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const list = JSON.stringify([...new Set(names)])
  const rows = await q
    .select({ id: actors.id, name: actors.name })
    .from(actors)
    .innerJoin(users, eq(users.actorId, actors.id))
    // SQLite knows small letters of ASCII alone: other names are found as they are written.
    .where(sql`lower(${actors.name}) in (select lower(value) from json_each(${list}))`)
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const { id, name } of rows) {
    const small = name.toLowerCase()
    if (found.has(small)) twice.add(small)
    found.set(small, id)
  }
  for (const name of twice) found.delete(name)
  return found
}

/** How often somebody named others since a moment. */
export async function countNamedBy(q: Q, byId: string, since: number): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(notifications)
    .where(and(eq(notifications.byId, byId), eq(notifications.kind, 'mention'), gt(notifications.at, since)))
  return row?.n ?? 0
}

/** How often each of these people was named since a moment. */
export async function countNamings(q: Q, actorIds: readonly string[], since: number): Promise<Map<string, number>> {
  if (actorIds.length === 0) return new Map()
  const rows = await q
    .select({ actorId: notifications.actorId, n: count() })
    .from(notifications)
    .where(
      and(
        inArray(notifications.actorId, [...actorIds]),
        eq(notifications.kind, 'mention'),
        gt(notifications.at, since),
      ),
    )
    .groupBy(notifications.actorId)
  return new Map(rows.map(({ actorId, n }) => [actorId, n]))
}
