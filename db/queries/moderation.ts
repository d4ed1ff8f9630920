import { and, asc, count, desc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { prepared } from '../prepared.ts'
import { candidates, contributions, flags, moderationCases, slowDowns, threadLocks } from '../schema.ts'
import type { Q } from '../store.ts'

export type CaseRow = typeof moderationCases.$inferSelect
export type FlagRow = typeof flags.$inferSelect

const begun = {
  state: 'open',
  revision: 1,
  claimedBy: null,
  claimedAt: null,
  decidedBy: null,
  decidedAt: null,
  act: null,
  reason: null,
  words: null,
  until: null,
  appeal: 'none',
  appealText: null,
  appealedAt: null,
  appealDecidedBy: null,
  appealDecidedAt: null,
  appealWords: null,
} as const satisfies Partial<CaseRow>

/** Inserts a case as it begins: open, and held by nobody. */
export async function insertCase(
  q: Q,
  one: Pick<CaseRow, 'id' | 'kind' | 'thing' | 'thingKind' | 'authorId' | 'openedAt'>,
): Promise<CaseRow> {
  const row: CaseRow = { ...one, ...begun }
  await q.insert(moderationCases).values(row)
  return row
}

export async function findCase(q: Q, id: string): Promise<CaseRow | undefined> {
  const [row] = await q.select().from(moderationCases).where(eq(moderationCases.id, id))
  return row
}

/** The case of a thing that waits to be decided. */
export async function findOpenCase(q: Q, thing: string): Promise<CaseRow | undefined> {
  const [row] = await q
    .select()
    .from(moderationCases)
    .where(and(eq(moderationCases.thing, thing), eq(moderationCases.state, 'open')))
  return row
}

/** The case of a thing that was decided last. */
export async function findLastDecided(q: Q, thing: string): Promise<CaseRow | undefined> {
  const [row] = await q
    .select()
    .from(moderationCases)
    .where(and(eq(moderationCases.thing, thing), eq(moderationCases.state, 'decided')))
    .orderBy(desc(moderationCases.decidedAt))
    .limit(1)
  return row
}

/** Changes a case and raises its revision. */
export async function updateCase(q: Q, { id, revision }: CaseRow, change: Partial<CaseRow>): Promise<void> {
  await q
    .update(moderationCases)
    .set({ ...change, revision: revision + 1 })
    .where(eq(moderationCases.id, id))
}

/** Cases and appeals that wait, longest waiting first. At most 200. */
export async function listWaitingCases(q: Q): Promise<CaseRow[]> {
  return q
    .select()
    .from(moderationCases)
    .where(or(eq(moderationCases.state, 'open'), eq(moderationCases.appeal, 'open')))
    .orderBy(asc(moderationCases.openedAt))
    .limit(200)
}

/** Decisions about what somebody wrote, the latest first; *keep* of a flag is not theirs to know. At most 50. */
export async function listCasesOf(q: Q, authorId: string): Promise<CaseRow[]> {
  return q
    .select()
    .from(moderationCases)
    .where(
      and(
        eq(moderationCases.authorId, authorId),
        eq(moderationCases.state, 'decided'),
        or(ne(moderationCases.act, 'keep'), eq(moderationCases.kind, 'first-post')),
      ),
    )
    .orderBy(desc(moderationCases.decidedAt))
    .limit(50)
}

export async function insertFlag(q: Q, flag: FlagRow): Promise<void> {
  await q.insert(flags).values(flag)
}

/** Somebody's flag of a thing, the last one where they raised several. */
export async function findFlag(q: Q, thing: string, actorId: string): Promise<FlagRow | undefined> {
  const [row] = await q
    .select()
    .from(flags)
    .where(and(eq(flags.thing, thing), eq(flags.actorId, actorId)))
    .orderBy(desc(flags.at))
    .limit(1)
  return row
}

/** The flags of a case, the first first. */
export async function listFlags(q: Q, caseId: string): Promise<FlagRow[]> {
  return q.select().from(flags).where(eq(flags.caseId, caseId)).orderBy(asc(flags.at))
}

/** How many voices each of these cases has. */
export async function countVoices(q: Q, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (caseIds.length === 0) return new Map()
  const rows = await q
    .select({ caseId: flags.caseId, n: count() })
    .from(flags)
    .where(inArray(flags.caseId, [...caseIds]))
    .groupBy(flags.caseId)
  return new Map(rows.map(({ caseId, n }) => [caseId, n]))
}

/** How often somebody flagged since a moment. */
export async function countFlagsSince(q: Q, actorId: string, since: number): Promise<number> {
  const [row] = await q
    .select({ n: count() })
    .from(flags)
    .where(and(eq(flags.actorId, actorId), gt(flags.at, since)))
  return row?.n ?? 0
}

/** Who wrote in a thread: contributions and candidates. */
export async function listWritersIn(q: Q, threadId: string): Promise<string[]> {
  const posts = await q
    .selectDistinct({ id: contributions.authorId })
    .from(contributions)
    .where(eq(contributions.threadId, threadId))
  const wordings = await q
    .selectDistinct({ id: candidates.authorId })
    .from(candidates)
    .where(and(eq(candidates.threadId, threadId), isNull(candidates.sealedIn)))
  return [...new Set([...posts, ...wordings].map(({ id }) => id))]
}

export async function lockThread(q: Q, lock: typeof threadLocks.$inferInsert): Promise<void> {
  await q.insert(threadLocks).values(lock).onConflictDoNothing()
}

export async function unlockThread(q: Q, threadId: string): Promise<void> {
  await q.delete(threadLocks).where(eq(threadLocks.threadId, threadId))
}

/** Asked whenever a thread is read. */
const lockOf = prepared((q) =>
  q
    .select({ id: threadLocks.threadId })
    .from(threadLocks)
    .where(eq(threadLocks.threadId, sql.placeholder('id')))
    .prepare(),
)

export async function isLocked(q: Q, threadId: string): Promise<boolean> {
  return (await lockOf(q).all({ id: threadId })).length > 0
}

/** Slows somebody down in a thread or draft, from now on so. */
export async function putSlowDown(q: Q, slow: typeof slowDowns.$inferInsert): Promise<void> {
  const { caseId, minutes, until } = slow
  await q
    .insert(slowDowns)
    .values(slow)
    .onConflictDoUpdate({ target: [slowDowns.scope, slowDowns.actorId], set: { caseId, minutes, until } })
}

export async function endSlowDown(q: Q, caseId: string): Promise<void> {
  await q.delete(slowDowns).where(eq(slowDowns.caseId, caseId))
}

/** The slow-downs of somebody in these places that still hold. */
export async function listSlowDowns(q: Q, actorId: string, scopes: readonly string[], now: number) {
  return q
    .select()
    .from(slowDowns)
    .where(and(eq(slowDowns.actorId, actorId), inArray(slowDowns.scope, [...scopes]), gt(slowDowns.until, now)))
}

/** How many contributions and candidates somebody posted since a moment. */
export async function countPostsSince(q: Q, actorId: string, since: number): Promise<number> {
  const [posts] = await q
    .select({ n: count() })
    .from(contributions)
    .where(and(eq(contributions.authorId, actorId), gt(contributions.createdAt, since)))
  const [wordings] = await q
    .select({ n: count() })
    .from(candidates)
    .where(and(eq(candidates.authorId, actorId), gt(candidates.createdAt, since)))
  return (posts?.n ?? 0) + (wordings?.n ?? 0)
}

/** How many contributions of somebody are older than a moment and stand, counted up to `most`. */
export async function countStanding(q: Q, actorId: string, before: number, most: number): Promise<number> {
  const rows = await q
    .select({ one: sql`1` })
    .from(contributions)
    .where(
      and(
        eq(contributions.authorId, actorId),
        isNull(contributions.deletedAt),
        lt(contributions.createdAt, before),
        ne(contributions.text, ''),
      ),
    )
    .limit(most)
  return rows.length
}

/** Cases by id, with who flagged in each. */
export async function findCasesWithFlaggers(q: Q, ids: readonly string[]) {
  const found = new Map<string, { row: CaseRow; flaggedBy: string[] }>()
  if (ids.length === 0) return found
  const rows = await q
    .select()
    .from(moderationCases)
    .where(inArray(moderationCases.id, [...ids]))
  for (const row of rows) found.set(row.id, { row, flaggedBy: [] })
  const voices = await q
    .select({ caseId: flags.caseId, actorId: flags.actorId })
    .from(flags)
    .where(inArray(flags.caseId, [...ids]))
  for (const { caseId, actorId } of voices) found.get(caseId)?.flaggedBy.push(actorId)
  return found
}
