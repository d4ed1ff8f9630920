import { findDraftFor } from '../../../db/queries/drafts.ts'
import { insertHold, listHolds } from '../../../db/queries/holds.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { HoldDecision } from '../../../domain/objections/holds.ts'
import { decideHold } from '../../../domain/objections/holds.ts'
import { endOfDay } from '../../../domain/text/day.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { signedIn } from '../threads/thread-access.ts'
import { holdEvents } from './lift-hold.ts'

const refusals: Record<Exclude<HoldDecision, 'place'>, string> = {
  'had-one': 'You have held this draft before. Raise an objection if something still stands against it.',
  'over-already': 'Choose a day that is not over yet.',
  'too-long': 'A hold lasts two weeks at most. Choose an earlier day.',
}

/**
 * Holds a draft back from the vote until the end of a day ([O9], [O10]).
 *
 * @param input `until` is a day as `2026-12-01`; it ends at midnight UTC.
 * @throws AppError `bad-input` (field `until` or `reason`), `conflict` when this person held it before, `not-found`,
 * `not-allowed`, `signed-out`.
 */
export async function placeHold(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; until: string; reason: string },
): Promise<void> {
  const asking = signedIn(viewer)
  const reason = checkText(input.reason, { field: 'reason', label: 'what you need the time for', limit: 'reason' })
  const until = endOfDay(input.until)
  if (Number.isNaN(until)) throw new AppError('bad-input', 'Choose until which day you need time.', 'until')
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const found = await findDraftFor(q, input.draftId, by.actorId)
    if (!found || !can(by, 'draft.read', found.thing)) throw new AppError('not-found', 'There is no such draft.')
    if (!can(by, 'hold.place', found.thing)) {
      throw new AppError('not-allowed', 'Holding needs the right to comment, and a draft that is not under vote yet.')
    }
    const now = deps.now()
    const decision = decideHold(await listHolds(q, input.draftId), by.actorId, until, now)
    if (decision === 'had-one') throw new AppError('conflict', refusals[decision])
    if (decision !== 'place') throw new AppError('bad-input', refusals[decision], 'until')
    const id = deps.newId()
    await insertHold(q, { id, draftId: input.draftId, ownerId: by.actorId, reason, until, createdAt: now })
    await recordEvent(deps, q, {
      type: 'hold.placed',
      subject: `draft/${input.draftId}`,
      payload: { by: by.actorId, hold: id, until },
      leaf: { reason },
    })
  })
  deps.live.publish(holdEvents(input.draftId, 'hold.placed'))
}
