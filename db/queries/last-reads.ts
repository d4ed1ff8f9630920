import { and, asc, eq, gt, isNull, ne, or } from 'drizzle-orm'
import { contributions, drafts, lastReads, threads } from '../schema.ts'
import type { Q } from '../store.ts'

export type LastReadRow = typeof lastReads.$inferSelect

/** When a person read a thing last; undefined where they never did. */
export async function findLastRead(q: Q, actorId: string, thing: string): Promise<LastReadRow | undefined> {
  const [row] = await q
    .select()
    .from(lastReads)
    .where(and(eq(lastReads.actorId, actorId), eq(lastReads.thing, thing)))
  return row
}

export async function saveLastRead(q: Q, row: LastReadRow): Promise<void> {
  const { actorId: _actorId, thing: _thing, ...set } = row
  await q
    .insert(lastReads)
    .values(row)
    .onConflictDoUpdate({ target: [lastReads.actorId, lastReads.thing], set })
}

/** Contributions of one stretch that are counted; more are "many". */
const most = 100

/** What others have contributed since a moment, oldest first: in a thread, in those of a draft, or in those of an entry. */
export async function listSaidSince(
  q: Q,
  about: { threadId: string } | { draftId: string } | { entryId: string },
  { since, notBy }: { since: number; notBy: string },
): Promise<{ id: string; threadId: string }[]> {
  return q
    .select({ id: contributions.id, threadId: contributions.threadId })
    .from(contributions)
    .innerJoin(threads, eq(threads.id, contributions.threadId))
    .leftJoin(drafts, eq(drafts.id, threads.draftId))
    .where(
      and(
        'threadId' in about
          ? eq(contributions.threadId, about.threadId)
          : 'draftId' in about
            ? eq(threads.draftId, about.draftId)
            : and(eq(threads.entryId, about.entryId), or(isNull(threads.draftId), eq(drafts.state, 'published'))),
        gt(contributions.createdAt, since),
        isNull(contributions.deletedAt),
        ne(contributions.authorId, notBy),
        // What is withheld has no words.
        ne(contributions.text, ''),
      ),
    )
    .orderBy(asc(contributions.createdAt))
    .limit(most)
}
