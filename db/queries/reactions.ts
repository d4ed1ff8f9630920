import { and, count, eq } from 'drizzle-orm'
import type { Stance, StanceCounts } from '../../domain/threads/reactions.ts'
import { reactions } from '../schema.ts'
import type { Q } from '../store.ts'

export async function findReaction(q: Q, contributionId: string, actorId: string): Promise<Stance | null> {
  const [row] = await q
    .select({ stance: reactions.stance })
    .from(reactions)
    .where(and(eq(reactions.contributionId, contributionId), eq(reactions.actorId, actorId)))
  return row?.stance ?? null
}

/** Puts one person's reaction in the place of an earlier one. */
export async function setReaction(q: Q, reaction: typeof reactions.$inferSelect): Promise<void> {
  const { stance, at } = reaction
  await q
    .insert(reactions)
    .values(reaction)
    .onConflictDoUpdate({ target: [reactions.contributionId, reactions.actorId], set: { stance, at } })
}

export async function removeReaction(q: Q, contributionId: string, actorId: string): Promise<void> {
  await q.delete(reactions).where(and(eq(reactions.contributionId, contributionId), eq(reactions.actorId, actorId)))
}

/** Reactions to each contribution of a thread; contributions without any are left out. */
export async function countReactions(q: Q, threadId: string): Promise<Map<string, StanceCounts>> {
  const rows = await q
    .select({ id: reactions.contributionId, stance: reactions.stance, n: count() })
    .from(reactions)
    .where(eq(reactions.threadId, threadId))
    .groupBy(reactions.contributionId, reactions.stance)
  const counts = new Map<string, StanceCounts>()
  for (const { id, stance, n } of rows) {
    counts.set(id, { ...(counts.get(id) ?? { agree: 0, disagree: 0, unsure: 0 }), [stance]: n })
  }
  return counts
}

/** One person's own reactions in a thread, by contribution. */
export async function ownReactions(q: Q, threadId: string, actorId: string): Promise<Map<string, Stance>> {
  const rows = await q
    .select({ id: reactions.contributionId, stance: reactions.stance })
    .from(reactions)
    .where(and(eq(reactions.threadId, threadId), eq(reactions.actorId, actorId)))
  return new Map(rows.map(({ id, stance }) => [id, stance]))
}
