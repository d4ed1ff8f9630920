import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { jobs } from '../schema.ts'
import type { Q } from '../store.ts'

export type JobRow = typeof jobs.$inferSelect

/** Writes down work for later; a second job with the same key is not added. */
export async function insertJob(q: Q, job: Pick<JobRow, 'id' | 'kind' | 'key' | 'payload' | 'dueAt'>): Promise<void> {
  await q
    .insert(jobs)
    .values({ ...job, attempts: 0 })
    .onConflictDoNothing({ target: jobs.key })
}

/**
 * Writes down work for later, or moves what stands under this key to another time. Work that is being done at this
 * moment goes on: it must look whether it is still due.
 */
export async function dateJob(q: Q, job: Pick<JobRow, 'id' | 'kind' | 'key' | 'payload' | 'dueAt'>): Promise<void> {
  const { dueAt, payload } = job
  await q
    .insert(jobs)
    .values({ ...job, attempts: 0 })
    .onConflictDoUpdate({ target: jobs.key, set: { dueAt, payload, doneAt: null } })
}

const notDone = isNull(jobs.doneAt)

/** Takes jobs that are due and held by nobody, and holds them until `leaseUntil`. Call it in a transaction. */
export async function claimJobs(q: Q, now: number, leaseUntil: number, limit: number): Promise<JobRow[]> {
  const due = await q
    .select()
    .from(jobs)
    .where(and(notDone, lte(jobs.dueAt, now), or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now))))
    .orderBy(asc(jobs.dueAt))
    .limit(limit)
  const claimed = due.map((job) => ({ ...job, leaseUntil, attempts: job.attempts + 1 }))
  for (const { id, attempts } of claimed) await q.update(jobs).set({ leaseUntil, attempts }).where(eq(jobs.id, id))
  return claimed
}

/** Puts a job away that was done. One that was moved to another time meanwhile ({@link dateJob}) stays to be done. */
export async function finishJob(q: Q, { id, dueAt }: Pick<JobRow, 'id' | 'dueAt'>, doneAt: number): Promise<void> {
  await q
    .update(jobs)
    .set({
      doneAt: sql<number | null>`case when ${jobs.dueAt} = ${dueAt} then ${doneAt} end`,
      leaseUntil: null,
      error: null,
    })
    .where(eq(jobs.id, id))
}

/** Notes why a job failed and when it may be tried again. */
export async function postponeJob(q: Q, id: string, error: string, until: number): Promise<void> {
  await q.update(jobs).set({ error, leaseUntil: until }).where(eq(jobs.id, id))
}

/** When the next job can be taken, in milliseconds since 1970; null when nothing is waiting. */
export async function nextJobAt(q: Q): Promise<number | null> {
  const at = sql<number | null>`min(max(${jobs.dueAt}, coalesce(${jobs.leaseUntil}, 0)))`
  const [row] = await q.select({ at }).from(jobs).where(notDone)
  return row?.at ?? null
}
