import { setImmediate } from 'node:timers/promises'
import { listClosedBallotsAfter } from '../../db/queries/check.ts'
import { dateJob } from '../../db/queries/jobs.ts'
import { lastEvent } from '../../db/queries/record.ts'
import { lastRecount, saveRecount } from '../../db/queries/recounts.ts'
import type { Q } from '../../db/store.ts'
import type { Recount } from '../../domain/publishing/freeze.ts'
import { nextRecount } from '../../domain/publishing/freeze.ts'
import type { Deps } from '../deps.ts'
import { ballotFault } from '../usecases/record/check-ballots.ts'

/** So many ballots are counted before other work that is due has its turn. */
const atOnce = 50

/** How far a recount has come: the last ballot that was counted, how many were, and which of them differ. */
interface Progress extends Pick<Recount, 'ballots' | 'differing'> {
  after: string
}

/** Has every closed ballot counted again from now on (publishing SPEC [P33]). */
export async function beginRecount(deps: Deps): Promise<void> {
  await deps.store.tx((q) => goOn(deps, q, { after: '', ballots: 0, differing: [] }, deps.now()))
}

/**
 * Counts the next closed ballots again, and after the last of them says what came of it: publication is frozen while
 * one differs. Then the next recount is dated.
 */
export async function recountBallots(deps: Deps, payload: Record<string, unknown>): Promise<void> {
  const so = payload as unknown as Progress
  const ballots = await listClosedBallotsAfter(deps.store.read, so.after, atOnce)
  const differing = [...so.differing]
  for (const ballot of ballots) {
    const told = (type: string) => lastEvent(deps.store.read, { subject: `ballot/${ballot.id}`, type })
    const words = await ballotFault(deps.store.read, ballot, await told('ballot.opened'), await told('ballot.closed'))
    if (words) differing.push({ ballotId: ballot.id, words })
    // Counting many papers takes a while, in which nobody else should wait.
    await setImmediate()
  }
  const counted = { ballots: so.ballots + ballots.length, differing }
  const last = ballots.at(-1)
  if (last && ballots.length === atOnce) {
    await deps.store.tx((q) => goOn(deps, q, { ...counted, after: last.id }, deps.now() + 1))
    return
  }
  await keep(deps, { ...counted, at: deps.now() })
}

async function keep(deps: Deps, recount: Recount): Promise<void> {
  const before = await deps.store.tx(async (q) => {
    const before = await lastRecount(q)
    await saveRecount(q, recount)
    await goOn(deps, q, { after: '', ballots: 0, differing: [] }, nextRecount(recount))
    return before
  })
  const { differing } = recount
  if (differing.length > 0) {
    deps.log.error(
      { differing },
      'counted again, closed ballots do not come to their stored results: nothing is published',
    )
  } else if (before && before.differing.length > 0) {
    deps.log.warn('counted again, every closed ballot comes to its stored result: publishing goes on')
  }
}

async function goOn(deps: Deps, q: Q, progress: Progress, dueAt: number): Promise<void> {
  const payload = { ...progress }
  await dateJob(q, { id: deps.newId(), kind: 'recount-ballots', key: 'recount-ballots', payload, dueAt })
}
