import type { BallotRow } from '../../../db/queries/ballots.ts'
import { dateJob } from '../../../db/queries/jobs.ts'
import type { Q } from '../../../db/store.ts'
import { lastCallFrom } from '../../../domain/ballots/last-call.ts'
import { day } from '../../../domain/text/day.ts'
import type { Deps } from '../../deps.ts'

/**
 * Has a ballot close by itself at its time and its electorate reminded a day before that and has its last
 * call announced (ballots SPEC [B14], [B50], [B57]).
 * Called again once the closing time has moved: the closing is dated anew, and what was due for the earlier time finds
 * itself outdated.
 *
 * @param toldAt when the electorate last heard of the closing time. Whoever heard within a day needs no reminder.
 */
export async function dateClosing(
  deps: Pick<Deps, 'newId'>,
  q: Q,
  { id, closesAt, lastCall }: Pick<BallotRow, 'id' | 'closesAt' | 'lastCall'>,
  toldAt: number,
): Promise<void> {
  const payload = { ballotId: id }
  await dateJob(q, { id: deps.newId(), kind: 'close-ballot', key: `close-ballot/${id}`, payload, dueAt: closesAt })
  const lastCallAt = lastCallFrom({ closesAt, lastCall })
  // Who was told of a time within the last call knows that it is on.
  if (lastCallAt !== null && lastCallAt > toldAt) {
    const job = { id: deps.newId(), kind: 'begin-last-call', key: `begin-last-call/${id}/${closesAt}` }
    await dateJob(q, { ...job, payload: { ...payload, closesAt }, dueAt: lastCallAt })
  }
  const remindAt = closesAt - day
  if (remindAt - toldAt < day) return
  const key = `remind-voters/${id}/${closesAt}`
  await dateJob(q, { id: deps.newId(), kind: 'remind-voters', key, payload: { ...payload, closesAt }, dueAt: remindAt })
}
