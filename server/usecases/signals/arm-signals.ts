import { insertSignal, listPublishedStrategies, listSignals } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import { firstReviewAfter, signalWords } from '../../../domain/signals/signal.ts'
import type { Deps } from '../../deps.ts'
import { scheduleReview } from './schedule-review.ts'

/**
 * Arms what the current versions name as their signal and what is not known yet (signals SPEC [F2], [F7]). The event
 * that publishes a version tells of it; arming has none of its own.
 *
 * @param entryId of one entry; of all where it is absent.
 * @returns how many were armed.
 */
export async function armSignals(deps: Pick<Deps, 'newId'>, q: Q, entryId?: string): Promise<number> {
  const known = new Set((await listSignals(q, entryId)).map(({ entryId, words }) => `${entryId} ${words}`))
  let armed = 0
  for (const { entryId: of, n, act, at, content } of await listPublishedStrategies(q, entryId)) {
    const words = signalWords(content.sections.falsification)
    if (act === 'withdraw' || words === '' || known.has(`${of} ${words}`)) continue
    armed += 1
    const id = deps.newId()
    const reviewAt = at + firstReviewAfter
    await insertSignal(q, {
      id,
      entryId: of,
      version: n,
      words,
      state: 'armed',
      armedAt: at,
      reviewAt,
      bound: null,
      reviewedAt: null,
      reviewedBy: null,
      reviewNote: null,
    })
    await scheduleReview(deps, q, { id, reviewAt })
  }
  return armed
}
