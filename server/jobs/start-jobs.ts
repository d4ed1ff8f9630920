import { nextJobAt } from '../../db/queries/jobs.ts'
import type { Deps } from '../deps.ts'
import { lanes, runDueJobs } from './run-due-jobs.ts'
import { recordSigner } from './sign-record.ts'

/** Jobs may be written by another process, so the table is looked at this often, in milliseconds. */
const lookEvery = 1_000

/**
 * Starts the scheduler that runs what is due. Nothing hangs on a timer alone: what was due while the server was down
 * is in the table and runs first. `stop` waits for work that has begun.
 */
export function startJobs(deps: Deps): { stop(): Promise<void> } {
  // What is signed follows from the tables too.
  const sign = recordSigner(deps)
  const stops = [startLane(deps, 'work', sign), startLane(deps, 'mail', async () => undefined)]
  return {
    async stop() {
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

/** @param also what is done after each turn. @returns what stops it. */
function startLane(deps: Deps, lane: keyof typeof lanes, also: () => Promise<unknown>): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function turn(): Promise<void> {
    let wait = lookEvery
    try {
      await runDueJobs(deps, lane)
      await also()
      const next = await nextJobAt(deps.store.read, lanes[lane])
      if (next !== null) wait = Math.min(lookEvery, Math.max(next - deps.now(), 0) + 1)
    } catch (error) {
      deps.log.error({ err: error }, 'the scheduler could not read its jobs')
    }
    if (!stopped) timer = setTimeout(begin, wait)
  }

  function begin(): void {
    running = turn()
  }

  begin()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
