import { insertTurn, listTurns, updateTurn } from '../../../db/queries/workshop-talk.ts'
import { partyOf } from '../../../domain/access/room-rights.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { speakingTurn, waitingTurns } from '../../../domain/workshops/queue.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom } from '../accounts/present-rights.ts'
import { loadLedRoom, loadOwnRoom, loadPhaseAct, roomEvents } from './room-access.ts'

const types = {
  ask: 'workshop.speech-asked',
  'take-back': 'workshop.speech-taken-back',
  call: 'workshop.speech-called',
  done: 'workshop.speech-done',
} as const

/**
 * Asks to speak or takes that back; for facilitators, calls the next one or ends a turn (workshops SPEC [Q1], [Q2]).
 *
 * @throws AppError `bad-input` (act), `conflict` where there is nothing to do, `not-allowed`, `signed-out`.
 */
export async function askToSpeak(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, act: typed }: { workshopId: string; act: string },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'You are not in this workshop any more. Join it with its code.')
  const type = await deps.store.tx(async (q) => {
    const now = deps.now()
    const by = await presentInRoom(q, viewer, now)
    // A moderator calls who speaks from the console, without being in the room.
    const leads = typed === 'call' || typed === 'done'
    const room = leads ? await loadLedRoom(q, by, workshopId) : await loadOwnRoom(q, by, workshopId)
    const act = (Object.keys(types) as (keyof typeof types)[]).find((one) => one === typed)
    if (!act) throw new AppError('bad-input', 'Say whether to ask, take back, call or end a turn.', 'act')
    const turns = await listTurns(q, workshopId)
    const speaking = speakingTurn(turns)
    const own = turns.find(({ actorId, doneAt }) => actorId === by.actorId && doneAt === null)
    let person = by.actorId
    if (act === 'ask') {
      await loadPhaseAct(q, room, partyOf(by, { facilitator: room.facilitates }), 'queue')
      if (own) throw new AppError('conflict', 'You have asked to speak already.')
      const turn = { id: deps.newId(), workshopId, actorId: by.actorId, askedAt: now, calledAt: null, doneAt: null }
      await insertTurn(q, turn)
    } else if (act === 'take-back') {
      if (!own) throw new AppError('conflict', 'You are not waiting to speak.')
      await updateTurn(q, own.id, { doneAt: now })
    } else {
      const next = waitingTurns(turns)[0]
      if (act === 'call' && !next) throw new AppError('conflict', 'Nobody waits to speak.')
      if (act === 'done' && !speaking) throw new AppError('conflict', 'Nobody speaks now.')
      if (speaking) await updateTurn(q, speaking.id, { doneAt: now })
      if (act === 'call' && next) await updateTurn(q, next.id, { calledAt: now })
      person = (act === 'call' ? next?.actorId : speaking?.actorId) ?? person
    }
    const payload = { by: by.actorId, person }
    await recordEvent(deps, q, { type: types[act], subject: `workshop/${workshopId}`, payload })
    return types[act]
  })
  deps.live.publish(roomEvents(workshopId, type))
}
