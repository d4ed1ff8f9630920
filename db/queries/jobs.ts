import { and, asc, eq, gt, inArray, isNull, lte, notInArray, or, sql } from 'drizzle-orm'
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

/** The same for many at once. */
export async function insertJobs(q: Q, all: readonly Parameters<typeof insertJob>[1][]): Promise<void> {
  for (let i = 0; i < all.length; i += 1_000) {
    await q
      .insert(jobs)
      .values(all.slice(i, i + 1_000).map((job) => ({ ...job, attempts: 0 })))
      .onConflictDoNothing({ target: jobs.key })
  }
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
    .onConflictDoUpdate({ target: jobs.key, set: { dueAt, payload, doneAt: null, failedAt: null } })
}

/** Neither done nor given up. */
const toDo = and(isNull(jobs.doneAt), isNull(jobs.failedAt))

/** Kinds of jobs that one scheduler looks at: these, or all but these. */
export interface Lane {
  kinds: readonly string[]
  but: boolean
}

const inLane = ({ kinds, but }: Lane) => (but ? notInArray(jobs.kind, [...kinds]) : inArray(jobs.kind, [...kinds]))

/** No job is held longer than this, in milliseconds: a lease that says more was written by a clock that went wrong. */
export const longestLease = 10 * 60_000

/** Takes jobs that are due and held by nobody, and holds them until `leaseUntil`. Call it in a transaction. */
export async function claimJobs(
  q: Q,
  now: number,
  leaseUntil: number,
  limit: number,
  lane: Lane = { kinds: [], but: true },
): Promise<JobRow[]> {
  const free = or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now), gt(jobs.leaseUntil, now + longestLease))
  const due = await q
    .select()
    .from(jobs)
    .where(and(toDo, inLane(lane), lte(jobs.dueAt, now), free))
    .orderBy(asc(jobs.dueAt))
    .limit(limit)
  const claimed = due.map((job) => ({ ...job, leaseUntil, startedAt: now, attempts: job.attempts + 1 }))
  for (const { id, attempts } of claimed) {
    await q.update(jobs).set({ leaseUntil, startedAt: now, attempts }).where(eq(jobs.id, id))
  }
  return claimed
}

/** As long as nobody else took it: each try has its number. */
const held = ({ id, attempts }: Pick<JobRow, 'id' | 'attempts'>) =>
  and(eq(jobs.id, id), eq(jobs.attempts, attempts), toDo)

/** Holds a job for longer. @returns whether it is still this try's to do. */
export async function holdJob(q: Q, job: Pick<JobRow, 'id' | 'attempts'>, leaseUntil: number): Promise<boolean> {
  const rows = await q.update(jobs).set({ leaseUntil }).where(held(job)).returning({ id: jobs.id })
  return rows.length > 0
}

/** Puts a job away that was done. One that was moved to another time meanwhile ({@link dateJob}) stays to be done. */
export async function finishJob(q: Q, { id, dueAt }: Pick<JobRow, 'id' | 'dueAt'>, doneAt: number): Promise<void> {
  await q
    .update(jobs)
    .set({
      doneAt: sql<number | null>`case when ${jobs.dueAt} = ${dueAt} then ${doneAt} end`,
      leaseUntil: null,
      startedAt: null,
      error: null,
    })
    .where(eq(jobs.id, id))
}

/** Notes why a job failed and when it may be tried again; nothing where somebody else does it meanwhile. */
export async function postponeJob(
  q: Q,
  job: Pick<JobRow, 'id' | 'attempts'>,
  error: string,
  until: number,
): Promise<void> {
  await q.update(jobs).set({ error, leaseUntil: until, startedAt: null }).where(held(job))
}

/** Notes that a job failed for good: nobody tries it by itself again. */
export async function giveUpJob(
  q: Q,
  job: Pick<JobRow, 'id' | 'attempts'>,
  error: string,
  failedAt: number,
): Promise<void> {
  await q.update(jobs).set({ error, failedAt, leaseUntil: null, startedAt: null }).where(held(job))
}

/** When the next job can be taken, in milliseconds since 1970; null when nothing is waiting. */
export async function nextJobAt(q: Q, lane: Lane = { kinds: [], but: true }): Promise<number | null> {
  const at = sql<number | null>`min(max(${jobs.dueAt}, coalesce(${jobs.leaseUntil}, 0)))`
  const [row] = await q
    .select({ at })
    .from(jobs)
    .where(and(toDo, inLane(lane)))
  return row?.at ?? null
}
