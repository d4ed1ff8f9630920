import type { BallotRow } from '../../../db/queries/ballots.ts'
import { insertBallot } from '../../../db/queries/ballots.ts'
import { dateJob } from '../../../db/queries/jobs.ts'
import type { Q } from '../../../db/store.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import type { ElectorateInput } from './electorate.ts'

/**
 * Writes down a ballot that opens by itself at its time (ballots SPEC [B54]): nothing is frozen yet. Call it in a
 * transaction.
 *
 * @param actorIds the people listed; of members, whoever is one at the opening.
 * @param zone where the organiser is, as in `Europe/Lisbon`; for the page alone.
 */
export async function planBallot(
  deps: Deps,
  q: Q,
  ballot: BallotRow,
  { electorate, actorIds, zone }: { electorate: ElectorateInput; actorIds: string[]; zone: string | null },
): Promise<void> {
  await insertBallot(q, ballot, null, electorate === 'members' ? [] : actorIds)
  await dateOpening(deps, q, ballot)
  const { id, draftId, rule, parameters, quorum, names, results, opensAt, closesAt, openedBy } = ballot
  await recordEvent(deps, q, {
    type: 'ballot.scheduled',
    subject: `ballot/${id}`,
    payload: {
      ...{ ballotId: id, draftId, rule, parameters, quorum, names, results, opensAt, closesAt, openedBy },
      ...(draftId === null && { entryId: ballot.entryId }),
      electorate: electorate === 'members' ? 'members' : actorIds.length,
    },
    leaf: { question: ballot.question, zone: zone !== null && /^[\w+/-]{1,64}$/.test(zone) ? zone : null },
  })
}

/** Has a planned ballot open by itself at its time; called again where that has changed. */
export async function dateOpening(deps: Pick<Deps, 'newId'>, q: Q, { id, opensAt }: BallotRow): Promise<void> {
  const payload = { ballotId: id }
  await dateJob(q, { id: deps.newId(), kind: 'open-ballot', key: `open-ballot/${id}`, payload, dueAt: opensAt })
}
