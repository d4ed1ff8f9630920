import type { JobRow, Lane } from '../../db/queries/jobs.ts'
import { claimJobs, finishJob, giveUpJob, holdJob, postponeJob } from '../../db/queries/jobs.ts'
import type { Deps } from '../deps.ts'
import { GivenUp } from './given-up.ts'
import { jobKinds } from './job-kinds.ts'

/** How long a job may take before somebody else may try it, in milliseconds. */
const lease = 60_000
const atOnce = 10

/** Mails go by themselves: a mail server that does not answer must not hold up the closing of a ballot. */
export const lanes = {
  work: { kinds: ['send-mail'], but: true },
  mail: { kinds: ['send-mail'], but: false },
} as const satisfies Record<string, Lane>

/** Runs everything that is due now, catching up after downtime. Returns how many jobs were tried. */
export async function runDueJobs(deps: Deps, lane: keyof typeof lanes = 'work'): Promise<number> {
  let tried = 0
  for (;;) {
    const now = deps.now()
    const claimed = await deps.store.tx((q) => claimJobs(q, now, now + lease, atOnce, lanes[lane]))
    for (const job of claimed) await runJob(deps, job)
    tried += claimed.length
    if (claimed.length < atOnce) return tried
  }
}

async function runJob(deps: Deps, job: JobRow): Promise<void> {
  // Those before it may have taken so long that somebody else has it by now.
  if (!(await deps.store.tx((q) => holdJob(q, job, deps.now() + lease)))) return
  try {
    const work = jobKinds[job.kind]
    if (!work) throw new Error(`no work is known for jobs of kind ${job.kind}`)
    await work(deps, job.payload)
    await deps.store.tx((q) => finishJob(q, job, deps.now()))
  } catch (error) {
    // A failed query would bring its parameters: texts, mails, hashes.
    const message = (error instanceof Error ? error.message : String(error)).replace(/\nparams:[\s\S]*/, '')
    if (error instanceof GivenUp) {
      deps.log.error({ err: error, job: job.key, attempts: job.attempts }, 'job given up')
      return deps.store.tx((q) => giveUpJob(q, job, message, deps.now()))
    }
    const retryAt = deps.now() + backoff(job.attempts)
    deps.log.error({ err: error, job: job.key, attempts: job.attempts, retryAt }, 'job failed')
    await deps.store.tx((q) => postponeJob(q, job, message, retryAt))
  }
}

/** Wait before the next try, in milliseconds: a second, doubled each time, five minutes at most. */
function backoff(attempts: number): number {
  return Math.min(1_000 * 2 ** (attempts - 1), 5 * 60_000)
}
