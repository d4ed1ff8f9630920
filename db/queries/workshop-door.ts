import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { actors, guests, workshopWaiting } from '../schema.ts'
import type { Q } from '../store.ts'

export type WaitingRow = typeof workshopWaiting.$inferSelect

/** How somebody stands at the door of a workshop; also after they were answered. */
export async function findWaiting(q: Q, workshopId: string, actorId: string): Promise<WaitingRow | undefined> {
  const [row] = await q
    .select()
    .from(workshopWaiting)
    .where(and(eq(workshopWaiting.actorId, actorId), eq(workshopWaiting.workshopId, workshopId)))
  return row
}

/** Who waits and was seen since then, who asked first first. */
export async function listWaiting(q: Q, workshopId: string, seenSince: number) {
  return q
    .select({ actorId: workshopWaiting.actorId, name: actors.name, askedAt: workshopWaiting.askedAt })
    .from(workshopWaiting)
    .innerJoin(actors, eq(actors.id, workshopWaiting.actorId))
    .innerJoin(guests, eq(guests.actorId, workshopWaiting.actorId))
    .where(
      and(
        eq(workshopWaiting.workshopId, workshopId),
        isNull(workshopWaiting.answer),
        isNull(guests.claimedBy),
        gt(workshopWaiting.lastSeenAt, seenSince),
      ),
    )
    .orderBy(asc(workshopWaiting.askedAt), asc(workshopWaiting.actorId))
}

export async function insertWaiting(q: Q, row: WaitingRow): Promise<void> {
  await q.insert(workshopWaiting).values(row)
}

export async function updateWaiting(
  q: Q,
  actorId: string,
  change: Partial<Pick<WaitingRow, 'lastSeenAt' | 'answer' | 'answeredAt'>>,
): Promise<void> {
  await q.update(workshopWaiting).set(change).where(eq(workshopWaiting.actorId, actorId))
}
