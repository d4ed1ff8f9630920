import { and, asc, eq, inArray } from 'drizzle-orm'
import { actors, contributionLinks, contributions, threads } from '../schema.ts'
import type { Q } from '../store.ts'

export async function insertLink(q: Q, link: typeof contributionLinks.$inferInsert): Promise<void> {
  await q.insert(contributionLinks).values(link)
}

/** Ids of the contributions that this one names, in the order in which it named them. */
export async function listNamedBy(q: Q, fromId: string): Promise<string[]> {
  const rows = await q
    .select({ id: contributionLinks.toId })
    .from(contributionLinks)
    .where(eq(contributionLinks.fromId, fromId))
    .orderBy(asc(contributionLinks.addedAt), asc(contributionLinks.n))
  return rows.map(({ id }) => id)
}

const otherEnd = {
  contribution: {
    id: contributions.id,
    type: contributions.type,
    text: contributions.text,
    deletedAt: contributions.deletedAt,
  },
  author: actors.name,
  thread: threads,
}

/** What some contributions name, with what stands at the other end; `id` is the one that names it. */
export async function listLinksFrom(q: Q, ids: readonly string[]) {
  if (ids.length === 0) return []
  return q
    .select({ id: contributionLinks.fromId, ...otherEnd })
    .from(contributionLinks)
    .innerJoin(contributions, eq(contributions.id, contributionLinks.toId))
    .innerJoin(actors, eq(actors.id, contributions.authorId))
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .where(inArray(contributionLinks.fromId, [...ids]))
    .orderBy(asc(contributionLinks.addedAt), asc(contributionLinks.n))
}

/** What names some contributions, with what stands at the other end; `id` is the one that is named. */
export async function listLinksTo(q: Q, ids: readonly string[]) {
  if (ids.length === 0) return []
  return q
    .select({ id: contributionLinks.toId, ...otherEnd })
    .from(contributionLinks)
    .innerJoin(contributions, eq(contributions.id, contributionLinks.fromId))
    .innerJoin(actors, eq(actors.id, contributions.authorId))
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .where(inArray(contributionLinks.toId, [...ids]))
    .orderBy(asc(contributionLinks.addedAt), asc(contributionLinks.fromId))
}

/** What a contribution names, with the thread in which each stands. */
export async function listNamedThreads(q: Q, fromId: string) {
  return q
    .select({
      contributionId: contributions.id,
      id: threads.id,
      draftId: threads.draftId,
      entryId: threads.entryId,
    })
    .from(contributionLinks)
    .innerJoin(contributions, eq(contributions.id, contributionLinks.toId))
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .where(eq(contributionLinks.fromId, fromId))
}

export async function deleteLink(q: Q, fromId: string, toId: string): Promise<void> {
  await q.delete(contributionLinks).where(and(eq(contributionLinks.fromId, fromId), eq(contributionLinks.toId, toId)))
}

/** Takes back everything that a contribution names. */
export async function deleteLinksFrom(q: Q, fromId: string): Promise<void> {
  await q.delete(contributionLinks).where(eq(contributionLinks.fromId, fromId))
}
