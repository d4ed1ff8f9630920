import {
  listOwnThings,
  putBackNotifications,
  tendNotifications,
  undoNotifications,
} from '../../../db/queries/notifications.ts'
import { chooseVolume, undoVolume } from '../../../db/queries/watches.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { InboxAct } from '../../../domain/notifications/acts.ts'
import { inboxActs } from '../../../domain/notifications/acts.ts'
import { snoozedUntil } from '../../../domain/notifications/snooze.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'

export interface TendInbox {
  /** One of `inboxActs`. */
  act: string
  /** What it concerns, as in `thread/<id>`; nothing for an undo. */
  things: readonly string[]
  /** Up to when the page showed what came, in milliseconds since 1970; absent: up to now. */
  seen?: number | undefined
  /** Of an undo: the moment of what it takes back. */
  at?: number | undefined
}

/** Things of one act. */
const most = 200

/**
 * What somebody does in their own inbox (notifications SPEC [I12], [I13]). It is private: nothing of it stands in the
 * record.
 *
 * @returns the moment by which it is undone, and how many things it concerned.
 * @throws AppError `bad-input` (act, thing), `not-allowed`, `signed-out`.
 */
export async function tendInbox(
  deps: Deps,
  viewer: Viewer | null,
  input: TendInbox,
): Promise<{ act: InboxAct; at: number; things: number }> {
  if (!viewer || !can(viewer, 'account.own', null)) throw new AppError('signed-out', 'Sign in to tend your inbox.')
  if (!can(viewer, 'account.own', null)) throw new AppError('not-allowed', 'This inbox is not yours.')
  const act = inboxActs.find((one) => one === input.act)
  if (!act) throw new AppError('bad-input', `Choose one of ${inboxActs.join(', ')}.`, 'act')
  if (input.things.length > most) throw new AppError('bad-input', `Choose ${most} things at most.`, 'thing')
  const at = deps.now()
  const things = await deps.store.tx(async (q) => {
    if (act === 'undo') {
      await undoNotifications(q, viewer.actorId, input.at ?? 0)
      await undoVolume(q, viewer.actorId, input.at ?? 0)
      return 0
    }
    const things = await listOwnThings(q, viewer.actorId, input.things)
    if (things.length === 0) throw new AppError('bad-input', 'Choose at least one thing of your inbox.', 'thing')
    await doIt(q, act, { actorId: viewer.actorId, things, seen: Math.min(input.seen ?? at, at) }, at)
    return things.length
  })
  return { act, at, things }
}

async function doIt(
  q: Q,
  act: Exclude<InboxAct, 'undo'>,
  about: { actorId: string; things: string[]; seen: number },
  at: number,
): Promise<void> {
  const done = { doneAt: at, snoozedUntil: null, actedAt: at }
  switch (act) {
    case 'done':
      return tendNotifications(q, about, done)
    case 'tomorrow':
    case 'next-week':
      return tendNotifications(q, about, { doneAt: null, snoozedUntil: snoozedUntil(act, at), actedAt: at })
    case 'mute':
      await tendNotifications(q, about, done)
      return chooseVolume(q, { ...about, volume: act, at })
    case 'decisions':
    case 'all':
      return chooseVolume(q, { ...about, volume: act, at })
    case 'back':
      return putBackNotifications(q, about.actorId, about.things)
  }
}
