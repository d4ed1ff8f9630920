import { insertJob } from '../../../db/queries/jobs.ts'
import { listSignalsWithoutReminder } from '../../../db/queries/signals.ts'
import type { Q } from '../../../db/store.ts'
import type { Deps } from '../../deps.ts'

/** Has those who tend signals told when one is due for review (signals SPEC [F11]). Call it where the review is set. */
export async function scheduleReview(
  deps: Pick<Deps, 'newId'>,
  q: Q,
  { id: signalId, reviewAt }: { id: string; reviewAt: number },
): Promise<void> {
  await insertJob(q, {
    id: deps.newId(),
    kind: 'remind-review',
    key: `remind-review/${signalId}/${reviewAt}`,
    payload: { signalId, reviewAt },
    dueAt: reviewAt,
  })
}

/** The same for signals that were armed before there were reminders. */
export async function scheduleMissingReviews(deps: Pick<Deps, 'newId'>, q: Q): Promise<void> {
  for (const signal of await listSignalsWithoutReminder(q)) await scheduleReview(deps, q, signal)
}
