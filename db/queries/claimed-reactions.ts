import { and, eq, inArray } from 'drizzle-orm'
import { candidateReactions, reactions } from '../schema.ts'
import type { Q } from '../store.ts'

/**
 * Makes one person's of two people's reactions: those of a guest become the account's. Where both reacted to the same
 * thing the account's own stays, so that nobody counts twice.
 */
export async function moveReactions(q: Q, guestId: string, accountId: string): Promise<void> {
  const own = q.select({ id: reactions.contributionId }).from(reactions).where(eq(reactions.actorId, accountId))
  await q.delete(reactions).where(and(eq(reactions.actorId, guestId), inArray(reactions.contributionId, own)))
  await q.update(reactions).set({ actorId: accountId }).where(eq(reactions.actorId, guestId))

  const said = await q
    .select()
    .from(candidateReactions)
    .where(inArray(candidateReactions.actorId, [guestId, accountId]))
  const key = ({ threadId, n }: { threadId: string; n: number }) => `${threadId}/${n}`
  const taken = new Set(said.filter(({ actorId }) => actorId === accountId).map(key))
  for (const one of said.filter(({ actorId }) => actorId === guestId)) {
    const { threadId, n } = candidateReactions
    const row = and(eq(threadId, one.threadId), eq(n, one.n), eq(candidateReactions.actorId, guestId))
    if (taken.has(key(one))) await q.delete(candidateReactions).where(row)
    else await q.update(candidateReactions).set({ actorId: accountId }).where(row)
  }
}
