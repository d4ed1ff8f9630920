import { findScale, insertMarker, listMarkers } from '../../../db/queries/markers.ts'
import { updateThread } from '../../../db/queries/threads.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { standing } from '../../../domain/bands/moves.ts'
import { onScale, plainDecimal, scaleMark } from '../../../domain/bands/scale.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadThread, mayPost, signedIn, threadEvents, touchWhenPublic } from '../threads/thread-access.ts'
import { checkNumber } from './set-scale.ts'

export interface PlaceMarker {
  threadId: string
  value: string
  reason: string
  /** The scale that the person had before them, as `scaleMark` says it. Left out, it is placed on whatever stands there. */
  was?: string | undefined
}

/**
 * Says where on the scale the threshold lies, or moves what one said before ([Z4]).
 *
 * @returns the number of this move, from 1.
 * @throws AppError `bad-input` (field `value` or `reason`), `conflict` where no scale is named yet or it is another
 * one than was seen, `not-found`, `not-allowed`, `signed-out`.
 */
export async function placeMarker(deps: Deps, viewer: Viewer | null, input: PlaceMarker): Promise<{ move: number }> {
  const asking = signedIn(viewer)
  const value = checkNumber(input.value, 'value')
  const reason = checkText(input.reason, { field: 'reason', label: 'the reason', limit: 'reason' })
  const { thread, move, changed } = await deps.store.tx(async (q) => {
    const by = await presentRights(q, asking)
    const loaded = await loadThread(q, by, input.threadId)
    mayPost(by, loaded)
    const { thread } = loaded
    const scale = await findScale(q, thread.id)
    if (!scale) throw new AppError('conflict', 'This hearing names no scale yet. Name it first.')
    if (input.was !== undefined && input.was !== scaleMark(scale)) {
      throw new AppError('conflict', 'Somebody changed the scale while you wrote. Look at it, then place your marker.')
    }
    if (!onScale(scale, value)) {
      const [low, high] = [plainDecimal(scale.low), plainDecimal(scale.high)]
      throw new AppError('bad-input', `The scale reaches from ${low} to ${high} ${scale.unit}.`, 'value')
    }
    const before = standing(await listMarkers(q, thread.id)).find(({ actorId }) => actorId === by.actorId)
    if (before?.value === value && before.reason === reason) return { thread, move: before.move, changed: false }
    const move = (before?.move ?? 0) + 1
    const now = deps.now()
    await insertMarker(q, { threadId: thread.id, actorId: by.actorId, move, value, reason, at: now })
    await updateThread(q, thread.id, { updatedAt: now })
    // The record tells that a marker was placed; whose and where stays in the leaf.
    await recordEvent(deps, q, {
      type: 'marker.placed',
      subject: `thread/${thread.id}`,
      payload: { moved: before !== undefined },
      leaf: { by: by.actorId, value, reason },
    })
    await touchWhenPublic(q, loaded)
    return { thread, move, changed: true }
  })
  if (changed) deps.live.publish(threadEvents(thread, 'marker.placed'))
  return { move }
}
