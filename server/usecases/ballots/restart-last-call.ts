import type { BallotRow } from '../../../db/queries/ballots.ts'
import { countMoves } from '../../../db/queries/ballots.ts'
import { listOpenOfDraft } from '../../../db/queries/planned-ballots.ts'
import type { Q } from '../../../db/store.ts'
import { restartedUntil } from '../../../domain/ballots/last-call.ts'
import { isLater } from '../../../domain/ballots/time.ts'
import type { Deps } from '../../deps.ts'
import { moveClosing } from './move-closing.ts'

/**
 * Begins the last call of a ballot anew because of a new objection that everybody may see (ballots SPEC [B58]). Call it
 * in the objection's transaction. Of a sealed objection it must not be called: a moved time would tell of it.
 *
 * @returns the ballot with its new closing time, to be announced after the commit; null where nothing moved.
 */
export async function restartLastCall(deps: Deps, q: Q, ballot: BallotRow): Promise<BallotRow | null> {
  const to = restartedUntil(ballot, await countMoves(q, ballot.id, 'last-call'), deps.now())
  const { opensAt, closesAt: from } = ballot
  if (to === null || !isLater({ opensAt, from, to })) return null
  const reason = 'A new objection was raised in the last call.'
  return moveClosing(deps, q, ballot, { kind: 'last-call', to, by: null, reason })
}

/** The same for every open ballot that decides about a draft's text, alone or among its forks. @returns those that moved. */
export async function restartLastCallsOf(deps: Deps, q: Q, draftId: string): Promise<BallotRow[]> {
  const moved: BallotRow[] = []
  for (const ballot of await listOpenOfDraft(q, draftId)) {
    const later = await restartLastCall(deps, q, ballot)
    if (later) moved.push(later)
  }
  return moved
}
