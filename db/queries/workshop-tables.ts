import { and, asc, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { workshopPeople, workshops, workshopTables } from '../schema.ts'
import type { Q } from '../store.ts'

export type TableRow = typeof workshopTables.$inferSelect

/** The tables of one round, in their order. */
export async function listTables(q: Q, workshopId: string, round: number): Promise<TableRow[]> {
  return q
    .select()
    .from(workshopTables)
    .where(and(eq(workshopTables.workshopId, workshopId), eq(workshopTables.round, round)))
    .orderBy(asc(workshopTables.n))
}

/** The tables of every round, in their order. */
export async function listAllTables(q: Q, workshopId: string): Promise<TableRow[]> {
  return q
    .select()
    .from(workshopTables)
    .where(eq(workshopTables.workshopId, workshopId))
    .orderBy(asc(workshopTables.round), asc(workshopTables.n))
}

/** The last round in which the room sat at tables; 0 for none. */
export async function lastRound(q: Q, workshopId: string): Promise<number> {
  const [row] = await q
    .select({ round: workshopTables.round })
    .from(workshopTables)
    .where(eq(workshopTables.workshopId, workshopId))
    .orderBy(desc(workshopTables.round))
    .limit(1)
  return row?.round ?? 0
}

export async function insertTables(q: Q, tables: readonly TableRow[]): Promise<void> {
  await q.insert(workshopTables).values([...tables])
}

const isIn = (workshopId: string) =>
  and(eq(workshopPeople.workshopId, workshopId), isNull(workshopPeople.removedAt), isNull(workshopPeople.leftAt))

/** How many of those in the room sit at each table that anybody sits at. */
export async function countSeats(q: Q, workshopId: string): Promise<Map<number, number>> {
  const rows = await q
    .select({ table: workshopPeople.table, n: count() })
    .from(workshopPeople)
    .where(and(isIn(workshopId), isNotNull(workshopPeople.table)))
    .groupBy(workshopPeople.table)
  return new Map(rows.map(({ table, n }) => [table ?? 0, n]))
}

/** Takes everybody's seat, also that of who has left. */
export async function clearSeats(q: Q, workshopId: string): Promise<void> {
  await q.update(workshopPeople).set({ table: null }).where(eq(workshopPeople.workshopId, workshopId))
}

/** Seats these people at one table. */
export async function seatAt(q: Q, workshopId: string, table: number, actorIds: readonly string[]): Promise<void> {
  await q
    .update(workshopPeople)
    .set({ table })
    .where(and(eq(workshopPeople.workshopId, workshopId), inArray(workshopPeople.actorId, [...actorIds])))
}

/** Of which table of which workshop these drafts are the versions. */
export async function namesOfTables(
  q: Q,
  draftIds: readonly string[],
): Promise<Map<string, { n: number; workshop: string }>> {
  if (draftIds.length === 0) return new Map()
  const rows = await q
    .select({ forkId: workshopTables.forkId, n: workshopTables.n, workshop: workshops.title })
    .from(workshopTables)
    .innerJoin(workshops, eq(workshops.id, workshopTables.workshopId))
    .where(inArray(workshopTables.forkId, [...draftIds]))
  return new Map(rows.map(({ forkId, n, workshop }) => [forkId, { n, workshop }]))
}
