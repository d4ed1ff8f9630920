import { listWaiting, updateWaiting } from '../../../db/queries/workshop-door.ts'
import { countInRoom, putInRoom } from '../../../db/queries/workshop-people.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { waitsUnseen } from '../../../domain/workshops/joining.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadLedRoom, roomEvents } from './room-access.ts'

interface DoorAnswer {
  workshopId: string
  act: 'let-in' | 'turn-away'
  /** One of those who wait; empty for all of them. */
  actorId: string
}

/**
 * Lets in who waits at the door, or turns them away ([J12]).
 *
 * @throws AppError `conflict` when nobody is meant who waits or the room does not hold them, `too-late` when the
 * workshop is over, `not-found`, `not-allowed`, `signed-out`.
 */
export async function answerDoor(deps: Deps, viewer: Viewer | null, input: DoorAnswer): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  const { workshopId, act } = input
  const type = act === 'let-in' ? 'workshop.let-in' : 'workshop.turned-away'
  const answered = await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop } = await loadLedRoom(q, by, workshopId)
    if (workshop.state === 'ended') throw new AppError('too-late', 'This workshop is over: nobody comes in any more.')
    const now = deps.now()
    const waiting = await listWaiting(q, workshopId, now - waitsUnseen)
    const meant = input.actorId === '' ? waiting : waiting.filter(({ actorId }) => actorId === input.actorId)
    if (meant.length === 0) throw new AppError('conflict', 'Nobody waits at the door any more who is meant by that.')
    let present = await countInRoom(q, workshopId)
    const places = Math.max(0, workshop.capacity - present)
    if (act === 'let-in' && meant.length > places) {
      throw new AppError('conflict', `The room holds ${workshop.capacity}; there is a place for ${places} more.`)
    }
    for (const { actorId } of meant) {
      await updateWaiting(q, actorId, { answer: act === 'let-in' ? 'let-in' : 'turned-away', answeredAt: now })
      if (act === 'let-in') {
        present += 1
        const person = { table: null, named: false, joinedAt: now, lastSeenAt: now, removedAt: null, leftAt: null }
        await putInRoom(q, { workshopId, actorId, role: 'participant', ...person })
      }
      await recordEvent(deps, q, {
        type,
        subject: `workshop/${workshopId}`,
        payload: { by: by.actorId, person: actorId, ...(act === 'let-in' ? { present } : {}) },
      })
    }
    return meant
  })
  const told = answered.map(({ actorId }) => ({ topic: `door/${actorId}`, type: 'door-answered', id: workshopId }))
  deps.live.publish([...roomEvents(workshopId, type), ...told])
}
