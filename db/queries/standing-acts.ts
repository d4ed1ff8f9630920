import { and, desc, eq, gt, isNull, like, max, ne, or, sql } from 'drizzle-orm'
import { contributions, events, moderationCases } from '../schema.ts'
import type { Q } from '../store.ts'
import type { CaseRow } from './moderation.ts'

/** Decisions with an act that stand: none of them was reversed. */
const standing = (act: 'lock' | 'suspend', besides: string) =>
  and(
    eq(moderationCases.act, act),
    eq(moderationCases.state, 'decided'),
    ne(moderationCases.appeal, 'reversed'),
    ne(moderationCases.id, besides),
  )

/** Whether another decision than that of a case locked a thread, and stands. */
export async function isLockedBesides(q: Q, threadId: string, caseId: string): Promise<boolean> {
  const said = q
    .select({ thing: sql<string>`'contribution/' || ${contributions.id}` })
    .from(contributions)
    .where(eq(contributions.threadId, threadId))
  const inThread = or(
    eq(moderationCases.thing, `thread/${threadId}`),
    like(moderationCases.thing, `candidate/${threadId}/%`),
    sql`${moderationCases.thing} in ${said}`,
  )
  return (await q.$count(moderationCases, and(standing('lock', caseId), inThread))) > 0
}

/**
 * The case that suspends somebody for longest, besides one; undefined where none does. A suspension that was lifted
 * since holds no more.
 */
export async function findSuspendingBesides(
  q: Q,
  { actorId, caseId, now }: { actorId: string; caseId: string; now: number },
): Promise<CaseRow | undefined> {
  const [lifted] = await q
    .select({ at: max(events.at) })
    .from(events)
    .where(and(eq(events.subject, `actor/${actorId}`), eq(events.type, 'actor.suspension-lifted')))
  const holds = or(isNull(moderationCases.until), gt(moderationCases.until, now))
  const [row] = await q
    .select()
    .from(moderationCases)
    .where(
      and(
        standing('suspend', caseId),
        eq(moderationCases.authorId, actorId),
        gt(moderationCases.decidedAt, lifted?.at ?? 0),
        holds,
      ),
    )
    .orderBy(desc(isNull(moderationCases.until)), desc(moderationCases.until))
    .limit(1)
  return row
}
