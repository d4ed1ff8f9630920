import { challengeBallotSnapshot, listFrozenTexts } from '../../../db/queries/ballot-snapshots.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { challengeFault, closingAfterChallenge } from '../../../domain/ballots/amendment.ts'
import { canCount } from '../../../domain/ballots/time.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'
import { moveClosing } from './move-closing.ts'

export interface ChallengeAmendment {
  ballotId: string
  /** Number of the snapshot that the change made. */
  n: number
  /** What makes it more than a typo. */
  reason?: string | undefined
}

/**
 * Says that a change called a typo is more than that: votes on what it changed have to be asked again
 * (ballots SPEC [B45]).
 *
 * @throws AppError `bad-input` (reason), `conflict` where it counts as a change of meaning already, `too-late`,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function challengeAmendment(
  deps: Deps,
  viewer: Viewer | null,
  input: ChallengeAmendment,
): Promise<{ closesAt: number }> {
  const reason = checkText(input.reason, {
    field: 'reason',
    label: 'why it is more than a typo',
    limit: 'reason',
  })
  const ballot = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { ballot, thing } = await loadBallot(q, by, input.ballotId)
    if (!can(by, 'ballot.challenge', { ...thing, state: 'open' })) {
      throw new AppError('not-allowed', 'Only members may challenge a change of the text under vote.')
    }
    const now = deps.now()
    if (ballot.state !== 'open' || !canCount(now, ballot.closesAt)) {
      throw new AppError('too-late', 'This ballot is not open any more, so nobody could be asked again.')
    }
    const fault = challengeFault(await listFrozenTexts(q, ballot.id), input.n)
    if (fault) throw new AppError('conflict', fault)
    const challenge = { challengedBy: by.actorId, challengedAt: now, challengeReason: reason }
    await challengeBallotSnapshot(q, { ballotId: ballot.id, n: input.n }, challenge)
    await recordEvent(deps, q, {
      type: 'ballot.amendment-challenged',
      subject: `ballot/${ballot.id}`,
      payload: { ballotId: ballot.id, by: by.actorId, n: input.n, at: now },
      leaf: { reason },
    })
    await touchEntry(q, ballot.entryId)
    const to = closingAfterChallenge({ ...ballot, now })
    if (to <= ballot.closesAt) return ballot
    const words = 'A change of the text was challenged, and those who are asked again need time.'
    return moveClosing(deps, q, ballot, { kind: 'amended', to, by: null, reason: words })
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.amended'))
  return { closesAt: ballot.closesAt }
}
