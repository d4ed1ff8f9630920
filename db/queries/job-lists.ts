import type { SQL } from 'drizzle-orm'
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { jobs } from '../schema.ts'
import type { Q } from '../store.ts'
import type { JobRow } from './jobs.ts'

export type JobState = 'running' | 'waiting' | 'failed' | 'done'

/** Jobs in one state, with how many there are: the next of those that wait first, of all others the last. */
export async function listJobs(
  q: Q,
  state: JobState,
  { now, since, limit }: { now: number; since: number; limit: number },
): Promise<{ total: number; rows: JobRow[] }> {
  const open = and(isNull(jobs.doneAt), isNull(jobs.failedAt))
  const held = and(isNotNull(jobs.startedAt), gt(jobs.leaseUntil, now))
  const idle = or(isNull(jobs.startedAt), isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now))
  const where: Record<JobState, SQL | undefined> = {
    running: and(open, held),
    waiting: and(open, idle, isNull(jobs.error)),
    failed: or(and(isNull(jobs.doneAt), isNotNull(jobs.failedAt)), and(open, idle, isNotNull(jobs.error))),
    done: gt(jobs.doneAt, since),
  }
  const order = {
    running: asc(jobs.startedAt),
    waiting: asc(jobs.dueAt),
    failed: desc(jobs.dueAt),
    done: desc(jobs.doneAt),
  }
  const [counted] = await q.select({ total: count() }).from(jobs).where(where[state])
  const rows = await q.select().from(jobs).where(where[state]).orderBy(order[state]).limit(limit)
  return { total: counted?.total ?? 0, rows }
}

/** Has a job that failed tried again at once, whether it was given up or waits for its next try. @returns the job; null where it is none that failed. */
export async function retryJob(q: Q, id: string): Promise<JobRow | null> {
  const [row] = await q
    .update(jobs)
    .set({ failedAt: null, leaseUntil: null })
    .where(and(eq(jobs.id, id), isNull(jobs.doneAt), isNull(jobs.startedAt), isNotNull(jobs.error)))
    .returning()
  return row ?? null
}
