import type { BallotRow } from '../../../db/queries/ballots.ts'
import { updateBallot } from '../../../db/queries/ballots.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { timesFault } from '../../../domain/ballots/opening.ts'
import { isDue } from '../../../domain/ballots/plan.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'
import { dateOpening } from './plan-ballot.ts'
import { voidPlanned } from './void-planned.ts'

/**
 * Moves the times of a planned ballot (ballots SPEC [B54]).
 *
 * @throws AppError `bad-input` (opensAt, closesAt), `too-late` once it has opened or is over, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function replanBallot(
  deps: Deps,
  viewer: Viewer | null,
  { ballotId, opensAt, closesAt }: { ballotId: string; opensAt: number; closesAt: number },
): Promise<void> {
  const ballot = await deps.store.tx(async (q) => {
    const { ballot, by } = await plannedBallot(deps, q, viewer, ballotId)
    const fault = timesFault({ opensAt, closesAt, lastCall: ballot.lastCall }, deps.now())
    if (fault) throw new AppError('bad-input', fault.words, fault.field)
    await updateBallot(q, ballotId, { opensAt, closesAt })
    await dateOpening(deps, q, { ...ballot, opensAt })
    await recordEvent(deps, q, {
      type: 'ballot.replanned',
      subject: `ballot/${ballotId}`,
      payload: {
        ballotId,
        by: by.actorId,
        opensAt,
        closesAt,
        from: { opensAt: ballot.opensAt, closesAt: ballot.closesAt },
      },
    })
    await touchEntry(q, ballot.entryId)
    return ballot
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.replanned'))
}

/**
 * Cancels a planned ballot, with a reason (ballots SPEC [B54]).
 *
 * @throws AppError `bad-input` (reason), and as `replanBallot`.
 */
export async function cancelPlan(
  deps: Deps,
  viewer: Viewer | null,
  input: { ballotId: string; reason?: string | undefined },
): Promise<void> {
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  const ballot = await deps.store.tx(async (q) => {
    const { ballot, by } = await plannedBallot(deps, q, viewer, input.ballotId)
    await voidPlanned(deps, q, ballot, { by: by.actorId, why: 'cancelled', reason })
    return ballot
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.voided'))
}

async function plannedBallot(
  deps: Deps,
  q: Q,
  viewer: Viewer | null,
  id: string,
): Promise<{ ballot: BallotRow; by: Viewer }> {
  const by = await currentViewer(q, viewer)
  const { ballot, thing } = await loadBallot(q, by, id)
  if (!can(by, 'ballot.plan', { ...thing, state: 'scheduled' })) {
    throw new AppError('not-allowed', 'Only who planned this ballot, or a moderator, may change or cancel it.')
  }
  if (ballot.state === 'void') throw new AppError('too-late', 'This ballot was cancelled already, or could not open.')
  if (ballot.state !== 'scheduled' || isDue(ballot.opensAt, deps.now())) {
    throw new AppError('too-late', 'The time of its opening is over. An open ballot is closed early by a moderator.')
  }
  return { ballot, by }
}
