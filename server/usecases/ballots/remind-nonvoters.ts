import { listElectorIds } from '../../../db/queries/audience.ts'
import { listVoterIds } from '../../../db/queries/ballots.ts'
import { listEventsBefore } from '../../../db/queries/record.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { canCount, remindAgainAt } from '../../../domain/ballots/time.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { each } from '../../notifications/occasion.ts'
import { tell } from '../../notifications/tell.ts'
import { recordEvent } from '../../record/record-event.ts'
import { ballotEvents, currentViewer, loadBallot } from './ballot-access.ts'

/**
 * Reminds those who have not voted in an open ballot, once a day at most (ballots SPEC [B61]). Where names are hidden
 * the row is written for the whole electorate and shown to those only who have not voted, so that no row ever says who
 * had.
 *
 * @returns how many people have not voted; that is public.
 * @throws AppError `too-late` once its time is over, `not-ready` within a day of the last reminder, `conflict` where
 * everybody has voted, `not-found`, `not-allowed`, `signed-out`.
 */
export async function remindNonvoters(
  deps: Deps,
  viewer: Viewer | null,
  { ballotId }: { ballotId: string },
): Promise<{ waiting: number }> {
  const { ballot, waiting } = await deps.store.tx(async (q) => {
    const by = await currentViewer(q, viewer)
    const { ballot, thing } = await loadBallot(q, by, ballotId)
    if (!can(by, 'ballot.tend', { ...thing, state: 'open' })) {
      throw new AppError('not-allowed', 'Only who opened this ballot, or a moderator, may send a reminder.')
    }
    const now = deps.now()
    if (ballot.state !== 'open' || !canCount(now, ballot.closesAt)) {
      throw new AppError('too-late', 'The time of this ballot is over, so nobody can be reminded any more.')
    }
    const again = remindAgainAt(await lastReminder(q, ballotId))
    if (now < again) throw new AppError('not-ready', 'A reminder went out within the last day. One a day is enough.')
    const electors = await listElectorIds(q, ballotId)
    const voted = new Set(await listVoterIds(q, ballotId))
    const waiting = electors.filter((actorId) => !voted.has(actorId))
    if (waiting.length === 0) throw new AppError('conflict', 'Everybody has voted already.')
    const { seq } = await recordEvent(deps, q, {
      type: 'ballot.reminded',
      subject: `ballot/${ballotId}`,
      payload: { ballotId, by: by.actorId, waiting: waiting.length },
    })
    const told = each(ballot.names === 'hidden' ? electors : waiting, 'ballot-reminded', ballotId)
    await tell(
      q,
      { thing: `ballot/${ballotId}`, by: by.actorId, draftId: null, told },
      { at: now, own: `event/${seq}` },
    )
    return { ballot, waiting: waiting.length }
  })
  deps.live.publish(ballotEvents(ballot, 'ballot.reminded'))
  return { waiting }
}

/** When those who have not voted were last reminded by hand, milliseconds since 1970; null for never. */
export async function lastReminder(q: Q, ballotId: string): Promise<number | null> {
  const filter = { subject: `ballot/${ballotId}`, type: 'ballot.reminded' }
  const [last] = await listEventsBefore(q, Number.MAX_SAFE_INTEGER, 1, filter)
  return last?.at ?? null
}
