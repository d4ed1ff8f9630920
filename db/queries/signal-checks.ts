import { asc, eq } from 'drizzle-orm'
import { actors, signalChecks } from '../schema.ts'
import type { Q } from '../store.ts'

/** Puts one person's answer to a check in the place of an earlier one. */
export async function setCheckAnswer(q: Q, row: typeof signalChecks.$inferSelect): Promise<void> {
  const { answer, reason, at } = row
  await q
    .insert(signalChecks)
    .values(row)
    .onConflictDoUpdate({
      target: [signalChecks.threadId, signalChecks.check, signalChecks.actorId],
      set: { answer, reason, at },
    })
}

/** All answers to the checks of a hearing with the names of who gave them, oldest first. */
export async function listCheckAnswers(q: Q, threadId: string) {
  return q
    .select({
      check: signalChecks.check,
      actorId: signalChecks.actorId,
      name: actors.name,
      answer: signalChecks.answer,
      reason: signalChecks.reason,
    })
    .from(signalChecks)
    .innerJoin(actors, eq(actors.id, signalChecks.actorId))
    .where(eq(signalChecks.threadId, threadId))
    .orderBy(asc(signalChecks.at), asc(signalChecks.actorId))
}
