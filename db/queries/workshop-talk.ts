import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { actors, workshopHumAnswers, workshopHums, workshopQueue } from '../schema.ts'
import type { Q } from '../store.ts'

export type HumRow = typeof workshopHums.$inferSelect
export type HumAnswerRow = typeof workshopHumAnswers.$inferSelect

/** Everybody who asked to speak, by name, first asked first. */
export async function listTurns(q: Q, workshopId: string) {
  return q
    .select({
      id: workshopQueue.id,
      actorId: workshopQueue.actorId,
      name: actors.name,
      askedAt: workshopQueue.askedAt,
      calledAt: workshopQueue.calledAt,
      doneAt: workshopQueue.doneAt,
    })
    .from(workshopQueue)
    .innerJoin(actors, eq(actors.id, workshopQueue.actorId))
    .where(eq(workshopQueue.workshopId, workshopId))
    .orderBy(asc(workshopQueue.askedAt), asc(workshopQueue.id))
}

export async function insertTurn(q: Q, turn: typeof workshopQueue.$inferInsert): Promise<void> {
  await q.insert(workshopQueue).values(turn)
}

export async function updateTurn(q: Q, id: string, change: { calledAt?: number; doneAt?: number }): Promise<void> {
  await q.update(workshopQueue).set(change).where(eq(workshopQueue.id, id))
}

/** Ends the turn of somebody who is out of the room, and their waiting for one. */
export async function endTurnsOf(q: Q, workshopId: string, actorId: string, doneAt: number): Promise<void> {
  await q
    .update(workshopQueue)
    .set({ doneAt })
    .where(
      and(eq(workshopQueue.workshopId, workshopId), eq(workshopQueue.actorId, actorId), isNull(workshopQueue.doneAt)),
    )
}

/** The hum that was opened last, open or closed; what stands beside a ballot is none. */
export async function lastHum(q: Q, workshopId: string): Promise<HumRow | undefined> {
  const [row] = await q
    .select()
    .from(workshopHums)
    .where(and(eq(workshopHums.workshopId, workshopId), isNull(workshopHums.ballotId)))
    .orderBy(desc(workshopHums.openedAt), desc(workshopHums.id))
    .limit(1)
  return row
}

export async function insertHum(q: Q, hum: HumRow): Promise<void> {
  await q.insert(workshopHums).values(hum)
}

export async function closeHumRow(q: Q, id: string, at: number): Promise<void> {
  await q.update(workshopHums).set({ closedAt: at }).where(eq(workshopHums.id, id))
}

export async function listHumAnswers(q: Q, humId: string): Promise<HumAnswerRow[]> {
  return q.select().from(workshopHumAnswers).where(eq(workshopHumAnswers.humId, humId))
}

/** Puts one person's answer in the place of an earlier one. */
export async function setHumAnswer(q: Q, answer: HumAnswerRow): Promise<void> {
  const { answer: said, at } = answer
  await q
    .insert(workshopHumAnswers)
    .values(answer)
    .onConflictDoUpdate({
      target: [workshopHumAnswers.humId, workshopHumAnswers.actorId],
      set: { answer: said, at },
    })
}

/** Puts a count of raised hands in the place of the one before. */
export async function setHands(q: Q, humId: string, hands: readonly HumAnswerRow[]): Promise<void> {
  await q.delete(workshopHumAnswers).where(and(eq(workshopHumAnswers.humId, humId), isNull(workshopHumAnswers.actorId)))
  if (hands.length > 0) await q.insert(workshopHumAnswers).values([...hands])
}
