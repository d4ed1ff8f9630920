import {
  closeHumRow,
  insertHum,
  lastHum,
  listHumAnswers,
  setHands,
  setHumAnswer,
} from '../../../db/queries/workshop-talk.ts'
import { listPhases } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { stanceLabels, stances } from '../../../domain/threads/reactions.ts'
import { phaseAllows } from '../../../domain/workshops/phases.ts'
import { checkLine } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentInRoom, presentRights } from '../accounts/present-rights.ts'
import type { Room } from './room-access.ts'
import { loadLedRoom, loadOwnRoom, roomEvents } from './room-access.ts'
import { presentPhase } from './workshop-access.ts'

/**
 * Asks the room a question that binds nobody (workshops SPEC [H1]).
 *
 * @throws AppError `bad-input` (question), `conflict` while another is open or it is not live, `not-allowed`.
 */
export async function openHum(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; question: string },
): Promise<void> {
  await ledAct(deps, viewer, input.workshopId, 'workshop.hum-opened', async (q, room) => {
    const question = checkLine(input.question, { field: 'question', label: 'the question', limit: 'question' })
    if (room.workshop.state !== 'live') throw new AppError('conflict', 'A hum is asked while the workshop is going on.')
    const phase = presentPhase(room.workshop, await listPhases(q, input.workshopId))
    if (phase && !phaseAllows(phase.kind, 'facilitator', 'hum')) {
      throw new AppError('conflict', 'No hum is asked in silence or during a ballot. Go on to another phase first.')
    }
    if ((await lastHum(q, input.workshopId))?.closedAt === null) {
      throw new AppError('conflict', 'Another hum is open. Close it first.')
    }
    const id = deps.newId()
    const { workshopId } = input
    await insertHum(q, { id, workshopId, question, ballotId: null, openedAt: deps.now(), closedAt: null })
    return { hum: id }
  })
}

/** Answers the open hum, or changes the answer ([H1]). @throws AppError `bad-input` (stance), `too-late`. */
export async function answerHum(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, stance }: { workshopId: string; stance: string },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'You are not in this workshop any more. Join it with its code.')
  await deps.store.tx(async (q) => {
    const by = await presentInRoom(q, viewer, deps.now())
    await loadOwnRoom(q, by, workshopId)
    const answer = stances.find((one) => one === stance)
    if (!answer) throw new AppError('bad-input', `Choose one of: ${Object.values(stanceLabels).join(', ')}.`, 'stance')
    const hum = await openOne(q, workshopId)
    const { actorId } = by
    await setHumAnswer(q, {
      id: deps.newId(),
      humId: hum.id,
      actorId,
      answer,
      count: 1,
      source: 'online',
      at: deps.now(),
    })
    await recordEvent(deps, q, {
      type: 'workshop.hum-answered',
      subject: `workshop/${workshopId}`,
      payload: { hum: hum.id },
      leaf: { by: actorId, answer },
    })
  })
  deps.live.publish(roomEvents(workshopId, 'workshop.hum-answered'))
}

/** Enters what was counted of raised hands, in the place of an earlier count ([H2]). @throws AppError `bad-input`. */
export async function countHands(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; agree: string; unsure: string; disagree: string },
): Promise<void> {
  await ledAct(deps, viewer, input.workshopId, 'workshop.hands-counted', async (q) => {
    const counts = stances.map((answer) => ({ answer, count: handsOf(input[answer], answer) }))
    const hum = await openOne(q, input.workshopId)
    const rows = counts.map((one) => ({
      ...one,
      id: deps.newId(),
      humId: hum.id,
      actorId: null,
      source: 'hands' as const,
      at: deps.now(),
    }))
    await setHands(q, hum.id, rows)
    return { hum: hum.id, ...Object.fromEntries(counts.map(({ answer, count }) => [answer, count])) }
  })
}

/** Closes the open hum; from then on everybody sees the answers ([H2]). @throws AppError `too-late`, `not-allowed`. */
export async function closeHum(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId }: { workshopId: string },
): Promise<void> {
  await ledAct(deps, viewer, workshopId, 'workshop.hum-closed', async (q) => {
    const hum = await openOne(q, workshopId)
    await closeHumRow(q, hum.id, deps.now())
    const answers = await listHumAnswers(q, hum.id)
    return { hum: hum.id, answers: answers.filter(({ source }) => source === 'online').length }
  })
}

async function ledAct(
  deps: Deps,
  viewer: Viewer | null,
  workshopId: string,
  type: string,
  act: (q: Q, room: Room) => Promise<Record<string, unknown>>,
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const payload = { by: by.actorId, ...(await act(q, await loadLedRoom(q, by, workshopId))) }
    await recordEvent(deps, q, { type, subject: `workshop/${workshopId}`, payload })
  })
  deps.live.publish(roomEvents(workshopId, type))
}

async function openOne(q: Q, workshopId: string) {
  const hum = await lastHum(q, workshopId)
  if (hum?.closedAt === null) return hum
  throw new AppError('too-late', 'No hum is open now.')
}

function handsOf(typed: string, field: string): number {
  if (/^\d{0,4}$/.test(typed.trim())) return Number(typed.trim())
  throw new AppError('bad-input', 'Write how many hands were raised, as a whole number.', field)
}
