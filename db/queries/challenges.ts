import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { actors, challenges, entries, threads } from '../schema.ts'
import type { Q } from '../store.ts'

export type ChallengeRow = typeof challenges.$inferSelect

export async function insertChallenge(q: Q, challenge: ChallengeRow): Promise<void> {
  await q.insert(challenges).values(challenge)
}

export async function findChallenge(q: Q, id: string): Promise<ChallengeRow | undefined> {
  const [row] = await q.select().from(challenges).where(eq(challenges.id, id))
  return row
}

/** The challenge of one person to an entry that is still open. */
export async function findOpenChallenge(q: Q, entryId: string, by: string): Promise<ChallengeRow | undefined> {
  const [row] = await q
    .select()
    .from(challenges)
    .where(and(eq(challenges.entryId, entryId), eq(challenges.by, by), eq(challenges.state, 'open')))
  return row
}

export async function updateChallenge(
  q: Q,
  id: string,
  change: Pick<ChallengeRow, 'state' | 'answer' | 'answeredBy' | 'answeredAt'>,
): Promise<void> {
  await q.update(challenges).set(change).where(eq(challenges.id, id))
}

/** All challenges to an entry, the latest first, with the place that each is about. */
export async function listChallengesOf(q: Q, entryId: string) {
  const rows = await q
    .select({ challenge: challenges, place: threads.place })
    .from(challenges)
    .innerJoin(threads, eq(threads.id, challenges.threadId))
    .where(eq(challenges.entryId, entryId))
    .orderBy(desc(challenges.at))
    .limit(200)
  return rows.map(({ challenge, place }) => ({ ...challenge, place }))
}

/** Those that argue in a thread, the latest first. */
export async function listChallengesIn(q: Q, threadId: string): Promise<ChallengeRow[]> {
  return q.select().from(challenges).where(eq(challenges.threadId, threadId)).orderBy(desc(challenges.at)).limit(50)
}

/** One with its thread, its entry and the name of who made it. */
export async function findChallengeWhole(q: Q, id: string) {
  const [row] = await q
    .select({
      challenge: challenges,
      entry: { kind: entries.kind, slug: entries.slug, title: entries.title, currentVersion: entries.currentVersion },
      thread: { id: threads.id, title: threads.title, state: threads.state, place: threads.place },
      by: actors.name,
    })
    .from(challenges)
    .innerJoin(entries, eq(entries.id, challenges.entryId))
    .innerJoin(threads, eq(threads.id, challenges.threadId))
    .innerJoin(actors, eq(actors.id, challenges.by))
    .where(eq(challenges.id, id))
  return row
}

/** Challenges that wait for an answer, longest waiting first. */
export async function listOpenChallenges(q: Q) {
  return q
    .select({ id: challenges.id, title: entries.title, n: challenges.n, reason: challenges.reason, at: challenges.at })
    .from(challenges)
    .innerJoin(entries, eq(entries.id, challenges.entryId))
    .where(eq(challenges.state, 'open'))
    .orderBy(asc(challenges.at))
    .limit(200)
}

/** Challenges by id with their entry. */
export async function findChallenges(q: Q, ids: readonly string[]) {
  return q
    .select({ challenge: challenges, entry: { title: entries.title } })
    .from(challenges)
    .innerJoin(entries, eq(entries.id, challenges.entryId))
    .where(inArray(challenges.id, [...ids]))
}
