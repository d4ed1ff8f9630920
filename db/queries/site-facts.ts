import { and, count, eq, gt, isNotNull, isNull, lt, min, or, sql } from 'drizzle-orm'
import { checkpoints, events, jobs, mails, passkeys, secondFactors, users } from '../schema.ts'
import type { Q } from '../store.ts'

/** Events of the record after its last signed head; null while none is signed. */
export async function countUnsigned(q: Q): Promise<number | null> {
  const [signed] = await q.select({ seq: sql<number | null>`max(${checkpoints.seq})` }).from(checkpoints)
  if (signed?.seq === null || signed === undefined) return null
  const [row] = await q.select({ n: count() }).from(events).where(gt(events.seq, signed.seq))
  return row?.n ?? 0
}

/** Since when the oldest job waits that is due and held by nobody, and how many failed and are tried again. */
export async function jobFacts(q: Q, now: number): Promise<{ overdueSince: number | null; failing: number }> {
  const open = and(isNull(jobs.doneAt), isNull(jobs.failedAt))
  const free = or(isNull(jobs.leaseUntil), lt(jobs.leaseUntil, now))
  const [due] = await q
    .select({ at: min(jobs.dueAt) })
    .from(jobs)
    .where(and(open, isNull(jobs.error), lt(jobs.dueAt, now), free))
  const [failed] = await q
    .select({ n: count() })
    .from(jobs)
    .where(and(isNull(jobs.doneAt), isNotNull(jobs.error)))
  return { overdueSince: due?.at ?? null, failing: failed?.n ?? 0 }
}

/** Since when the oldest mail waits, and how many came to nothing since a moment. */
export async function mailFacts(
  q: Q,
  { now, since }: { now: number; since: number },
): Promise<{ waitingSince: number | null; failed: number }> {
  const [waiting] = await q
    .select({ at: min(mails.createdAt) })
    .from(mails)
    .where(and(isNull(mails.sentAt), isNull(mails.endedAt), lt(mails.createdAt, now)))
  const [failed] = await q
    .select({ n: count() })
    .from(mails)
    .where(and(isNull(mails.sentAt), isNotNull(mails.error), gt(mails.createdAt, since)))
  return { waitingSince: waiting?.at ?? null, failed: failed?.n ?? 0 }
}

/** Administrators who may act, and how many of them have neither a passkey nor a second factor. */
export async function adminFacts(q: Q, demo: boolean): Promise<{ all: number; withoutSecondFactor: number }> {
  const rows = await q
    .select({
      email: users.email,
      has: sql<number>`exists (select 1 from ${passkeys} where ${passkeys.actorId} = ${users.actorId})
        or exists (select 1 from ${secondFactors} where ${secondFactors.actorId} = ${users.actorId} and ${secondFactors.confirmedAt} is not null)`,
    })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.suspendedAt)))
  const acting = rows.filter(({ email }) => demo || !email.endsWith('@demo.invalid'))
  return { all: acting.length, withoutSecondFactor: acting.filter(({ has }) => !has).length }
}
