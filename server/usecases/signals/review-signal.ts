import { touchEntry } from '../../../db/queries/entries.ts'
import { insertJob } from '../../../db/queries/jobs.ts'
import { updateSignal } from '../../../db/queries/signals.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { moveSignal } from '../../../domain/signals/machine.ts'
import { reviewFault } from '../../../domain/signals/signal.ts'
import { endOfDay, startOfDay } from '../../../domain/text/day.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { scheduleReview } from './schedule-review.ts'
import { loadStrategy, signalCase, signalEvents } from './signal-access.ts'

export interface ReviewSignal {
  /** Slug of the strategy. */
  strategy: string
  signalId: string
  /** What was found. */
  note?: string | undefined
  /** The day of the next review, as in `2027-05-31`. */
  next: string
  /** The last day on which it could land; empty where it has no bound in time. */
  bound?: string | undefined
}

/**
 * Says that somebody looked whether a signal landed, and when to look again; may bound it in time (signals SPEC [F11]).
 *
 * @throws AppError `bad-input` (note, next, bound), `conflict` where the words were replaced meanwhile, `gone`,
 * `not-found`, `not-allowed`, `signed-out`.
 */
export async function reviewSignal(deps: Deps, viewer: Viewer | null, input: ReviewSignal): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to review a signal.')
  const note = checkText(input.note, { field: 'note', label: 'what you found', limit: 'reason' })
  const now = deps.now()
  const reviewAt = startOfDay(input.next.trim())
  const fault = reviewFault(reviewAt, now)
  if (fault) throw new AppError('bad-input', fault, 'next')
  const typed = input.bound?.trim() ?? ''
  const bound = typed === '' ? null : endOfDay(typed)
  if (bound !== null && !Number.isFinite(bound)) {
    throw new AppError('bad-input', 'Give the last day as in 2031-12-31, or leave it empty.', 'bound')
  }
  const entryId = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    if (!can(by, 'signal.tend', null)) {
      throw new AppError('not-allowed', 'A facilitator or a moderator reviews signals.')
    }
    const { entryId, signal } = await loadStrategy(q, input.strategy)
    if (!signal || signal.id !== input.signalId) {
      throw new AppError('conflict', 'The signal was replaced meanwhile. Read its present words first.')
    }
    const moved = moveSignal(await signalCase(q, signal), { kind: 'set-bound', bound, now })
    if (!moved) throw new Error('a bound can be set in every state')
    const change = { state: moved.state, bound, reviewAt, reviewedAt: now, reviewedBy: by.actorId, reviewNote: note }
    await updateSignal(q, signal.id, change)
    await scheduleReview(deps, q, { id: signal.id, reviewAt })
    if (bound !== null && bound > now) {
      const payload = { signalId: signal.id }
      const key = `expire-signal/${signal.id}/${bound}`
      await insertJob(q, { id: deps.newId(), kind: 'expire-signal', key, payload, dueAt: bound })
    }
    await recordEvent(deps, q, {
      type: 'signal.reviewed',
      subject: `entry/${entryId}`,
      payload: { by: by.actorId, signal: signal.id, reviewAt, bound, state: moved.state },
      leaf: { note },
    })
    await touchEntry(q, entryId)
    return entryId
  })
  deps.live.publish(signalEvents({ entryId }, 'signal.reviewed'))
}
