import { countMoves } from '../../../db/queries/ballots.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canCount, extensionFault } from '../../../domain/ballots/time.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'
import { moveClosing } from './move-closing.ts'

/**
 * Lets an open ballot close later than it said, with a reason that everyone sees (ballots SPEC [B50], [B51]).
 *
 * @throws AppError `bad-input` (closesAt, reason), `too-late` once its time is over, `not-found`, `not-allowed`,
 * `signed-out`.
 */
export async function extendBallot(
  deps: Deps,
  viewer: Viewer | null,
  input: { ballotId: string; closesAt: number; reason?: string | undefined },
): Promise<{ closesAt: number }> {
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const ballot = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { ballot, thing } = await loadBallot(q, by, input.ballotId)
    if (!can(by, 'ballot.tend', { ...thing, state: 'open' })) {
      throw new AppError('not-allowed', 'Only who opened this ballot, or a moderator, may extend it.')
    }
    if (ballot.state !== 'open' || !canCount(deps.now(), ballot.closesAt)) {
      throw new AppError('too-late', 'The time of this ballot is over, so it cannot be extended any more.')
    }
    const { opensAt, closesAt: from } = ballot
    const earlier = await countMoves(q, ballot.id, 'extended')
    const fault = extensionFault({ opensAt, from, to: input.closesAt, earlier })
    if (fault) throw new AppError('bad-input', fault, 'closesAt')
    return moveClosing(deps, q, ballot, { kind: 'extended', to: input.closesAt, by: by.actorId, reason })
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.extended'))
  return { closesAt: ballot.closesAt }
}
