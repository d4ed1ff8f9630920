import { and, eq, exists, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { candidateReactions, reactions, workshopHumAnswers } from '../schema.ts'
import type { Q } from '../store.ts'

/**
 * Makes one person's of two people's reactions and answers to hums: those of a guest become the account's. Where both reacted to the same
 * thing the account's own stays, so that nobody counts twice.
 */
export async function moveReactions(q: Q, guestId: string, accountId: string): Promise<void> {
  const own = q.select({ id: reactions.contributionId }).from(reactions).where(eq(reactions.actorId, accountId))
  await q.delete(reactions).where(and(eq(reactions.actorId, guestId), inArray(reactions.contributionId, own)))
  await q.update(reactions).set({ actorId: accountId }).where(eq(reactions.actorId, guestId))

  const { actorId, threadId, n } = candidateReactions
  const accounts = alias(candidateReactions, 'of_account')
  const said = q
    .select({ n: accounts.n })
    .from(accounts)
    .where(and(eq(accounts.actorId, accountId), eq(accounts.threadId, threadId), eq(accounts.n, n)))
  await q.delete(candidateReactions).where(and(eq(actorId, guestId), exists(said)))
  await q.update(candidateReactions).set({ actorId: accountId }).where(eq(actorId, guestId))

  const { humId } = workshopHumAnswers
  const hums = alias(workshopHumAnswers, 'of_account')
  const answered = q.select({ id: hums.humId }).from(hums).where(eq(hums.actorId, accountId))
  const ofGuest = eq(workshopHumAnswers.actorId, guestId)
  await q.delete(workshopHumAnswers).where(and(ofGuest, inArray(humId, answered)))
  await q.update(workshopHumAnswers).set({ actorId: accountId }).where(ofGuest)
}
