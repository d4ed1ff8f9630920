import type { JobRow } from '../../db/queries/jobs.ts'
import { claimJobs, finishJob, postponeJob } from '../../db/queries/jobs.ts'
import type { Deps } from '../deps.ts'
import { jobKinds } from './job-kinds.ts'

/** How long a job may take before somebody else may try it, in milliseconds. */
const lease = 60_000
const atOnce = 10

/** Runs everything that is due now, catching up after downtime. Returns how many jobs were tried. */
export async function runDueJobs(deps: Deps): Promise<number> {
  let tried = 0
  for (;;) {
    const now = deps.now()
    const claimed = await deps.store.tx((q) => claimJobs(q, now, now + lease, atOnce))
    for (const job of claimed) await runJob(deps, job)
    tried += claimed.length
    if (claimed.length < atOnce) return tried
  }
}

async function runJob(deps: Deps, job: JobRow): Promise<void> {
  try {
    const work = jobKinds[job.kind]
    if (!work) throw new Error(`no work is known for jobs of kind ${job.kind}`)
    await work(deps, job.payload)
    await deps.store.tx((q) => finishJob(q, job, deps.now()))
  } catch (error) {
    const retryAt = deps.now() + backoff(job.attempts)
    deps.log.error({ err: error, job: job.key, attempts: job.attempts, retryAt }, 'job failed')
    const message = error instanceof Error ? error.message : String(error)
    await deps.store.tx((q) => postponeJob(q, job.id, message, retryAt))
  }
}

/** Wait before the next try, in milliseconds: a second, doubled each time, five minutes at most. */
function backoff(attempts: number): number {
  return Math.min(1_000 * 2 ** (attempts - 1), 5 * 60_000)
}
