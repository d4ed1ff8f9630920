import { listVoterIds } from '../../db/queries/ballots.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { remindAgainAt } from '../../domain/ballots/time.ts'
import type { Deps } from '../deps.ts'
import type { LoadedBallot } from '../usecases/ballots/ballot-access.ts'
import { lastReminder } from '../usecases/ballots/remind-nonvoters.ts'

export interface Reminding {
  /** How many have not voted. */
  waiting: number
  /** Who they are; null where the ballot hides names. */
  names: string[] | null
  last: number | null
  /** From when they may be reminded again; null where they may be now. */
  again: number | null
}

/** What somebody sees who may remind those who have not voted (ballots SPEC [B61]); null for everybody else. */
export async function remindingOf(
  deps: Deps,
  viewer: Viewer | null,
  { ballot, thing }: LoadedBallot,
  electors: readonly { actorId: string; name: string }[],
  state: string,
): Promise<Reminding | null> {
  if (state !== 'open' || !can(viewer, 'ballot.tend', thing)) return null
  const q = deps.store.read
  const voted = new Set(await listVoterIds(q, ballot.id))
  const waiting = electors.filter(({ actorId }) => !voted.has(actorId))
  const last = await lastReminder(q, ballot.id)
  const again = remindAgainAt(last)
  return {
    waiting: waiting.length,
    names: ballot.names === 'shown' ? waiting.map(({ name }) => name) : null,
    last,
    again: deps.now() < again ? again : null,
  }
}
