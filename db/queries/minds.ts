import { and, asc, count, countDistinct, eq, inArray } from 'drizzle-orm'
import { actors, changedMinds } from '../schema.ts'
import type { Q } from '../store.ts'
import { eraseLeavesNaming } from './leaves.ts'
import type { Redactor } from './redactor.ts'

export type ChangedMindRow = typeof changedMinds.$inferSelect

const theirs = (contributionId: string, actorId: string) =>
  and(eq(changedMinds.contributionId, contributionId), eq(changedMinds.actorId, actorId))

export async function findChangedMind(
  q: Q,
  contributionId: string,
  actorId: string,
): Promise<ChangedMindRow | undefined> {
  const [row] = await q.select().from(changedMinds).where(theirs(contributionId, actorId))
  return row
}

/** Puts what one person says of a contribution in the place of what they said before. */
export async function setChangedMind(q: Q, row: ChangedMindRow): Promise<void> {
  const { from, to, words, at } = row
  await q
    .insert(changedMinds)
    .values(row)
    .onConflictDoUpdate({ target: [changedMinds.contributionId, changedMinds.actorId], set: { from, to, words, at } })
}

/** Removes what one person said, and what the record kept of it beside the chain. */
export async function eraseChangedMind(
  q: Q,
  { threadId, contributionId, actorId }: { threadId: string; contributionId: string; actorId: string },
): Promise<void> {
  await q.delete(changedMinds).where(theirs(contributionId, actorId))
  await eraseLeavesNaming(
    q,
    { subject: `thread/${threadId}`, types: ['mind.changed'] },
    { contribution: contributionId, by: actorId },
  )
}

/** What people said of some contributions, with their names, oldest first. */
export async function listChangedMinds(q: Q, contributionIds: readonly string[]) {
  if (contributionIds.length === 0) return []
  return q
    .select({ mind: changedMinds, name: actors.name })
    .from(changedMinds)
    .innerJoin(actors, eq(actors.id, changedMinds.actorId))
    .where(inArray(changedMinds.contributionId, [...contributionIds]))
    .orderBy(asc(changedMinds.at), asc(changedMinds.actorId))
}

/** How many people changed their mind in a thread; who did twice is one. */
export async function countMinds(q: Q, threadId: string): Promise<number> {
  const [row] = await q
    .select({ n: countDistinct(changedMinds.actorId) })
    .from(changedMinds)
    .where(eq(changedMinds.threadId, threadId))
  return row?.n ?? 0
}

/** How many people each contribution of a thread made change their mind; those that did for nobody are left out. */
export async function countMindsEach(q: Q, threadId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await q
    .select({ id: changedMinds.contributionId, n: count() })
    .from(changedMinds)
    .where(eq(changedMinds.threadId, threadId))
    .groupBy(changedMinds.contributionId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Takes words that are removed for good out of what people said in a thread (collab SPEC [G5]). */
export async function redactMinds(q: Q, threadId: string, { redact, says }: Redactor): Promise<void> {
  const said = await q.select().from(changedMinds).where(eq(changedMinds.threadId, threadId))
  for (const { contributionId, actorId, words } of said) {
    if (!says(words)) continue
    await q
      .update(changedMinds)
      .set({ words: redact(words) })
      .where(theirs(contributionId, actorId))
  }
}
