import { count, eq } from 'drizzle-orm'
import {
  candidates,
  challenges,
  changedMinds,
  contributions,
  objections,
  reactions,
  restatements,
  slowDowns,
  suggestions,
  threadMerges,
  watches,
  workshopPhases,
} from '../schema.ts'
import type { Q } from '../store.ts'
import { indexContribution, indexThread } from './search-texts.ts'

/** Where a merged thread went. */
export async function findMerge(q: Q, threadId: string): Promise<string | null> {
  const [row] = await q
    .select({ into: threadMerges.intoId })
    .from(threadMerges)
    .where(eq(threadMerges.threadId, threadId))
  return row?.into ?? null
}

/** Threads whose contributions are in this one now. */
export async function listMergedInto(q: Q, intoId: string): Promise<string[]> {
  const rows = await q.select({ id: threadMerges.threadId }).from(threadMerges).where(eq(threadMerges.intoId, intoId))
  return rows.map(({ id }) => id)
}

/** Whether a workshop argues in a thread. */
export async function isOfWorkshop(q: Q, threadId: string): Promise<boolean> {
  const [row] = await q.select({ n: count() }).from(workshopPhases).where(eq(workshopPhases.threadId, threadId))
  return (row?.n ?? 0) > 0
}

export async function countCandidatesIn(q: Q, threadId: string): Promise<number> {
  const [row] = await q.select({ n: count() }).from(candidates).where(eq(candidates.threadId, threadId))
  return row?.n ?? 0
}

/**
 * Moves everything that was said in a thread to another one, with reactions, those who watch and those who are
 * slowed down; notes where it went.
 *
 * @returns how many contributions moved.
 */
export async function moveThread(
  q: Q,
  { from, into, by, at }: { from: string; into: string; by: string; at: number },
): Promise<number> {
  const to = { threadId: into }
  const moved = await q
    .update(contributions)
    .set({ ...to, candidate: null })
    .where(eq(contributions.threadId, from))
    .returning({ id: contributions.id })
  await q.update(reactions).set(to).where(eq(reactions.threadId, from))
  await q.update(changedMinds).set(to).where(eq(changedMinds.threadId, from))
  await q.update(restatements).set(to).where(eq(restatements.threadId, from))
  await q.update(objections).set(to).where(eq(objections.threadId, from))
  await q.update(suggestions).set(to).where(eq(suggestions.threadId, from))
  await q.update(challenges).set(to).where(eq(challenges.threadId, from))
  const watchers = await q
    .select()
    .from(watches)
    .where(eq(watches.thing, `thread/${from}`))
  for (const one of watchers) {
    await q
      .insert(watches)
      .values({ ...one, thing: `thread/${into}` })
      .onConflictDoNothing()
  }
  const scope = `thread/${into}`
  const slowed = await q
    .select()
    .from(slowDowns)
    .where(eq(slowDowns.scope, `thread/${from}`))
  for (const one of slowed) {
    await q
      .insert(slowDowns)
      .values({ ...one, scope })
      .onConflictDoNothing()
  }
  // Threads that were merged into this one before lead on, too.
  await q.update(threadMerges).set({ intoId: into }).where(eq(threadMerges.intoId, from))
  await q.insert(threadMerges).values({ threadId: from, intoId: into, by, at })
  for (const { id } of moved) await indexContribution(q, id)
  await indexThread(q, from)
  return moved.length
}
