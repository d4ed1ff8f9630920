import { dateJob } from '../../../db/queries/jobs.ts'
import type { PhaseRow } from '../../../db/queries/workshops.ts'
import { updatePhase } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import { forgetGuestsAfter } from '../../../domain/access/former.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { startClock } from '../../../domain/workshops/clock.ts'
import type { Move } from '../../../domain/workshops/phases.ts'
import { moveRoom } from '../../../domain/workshops/phases.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Leading, Led } from './lead.ts'
import { lead, mustBeLive } from './lead.ts'
import { presentNow, presentPhase } from './workshop-access.ts'

const stopped = { phaseEndsAt: null, pausedLeft: null }
/** What a move takes off ([P4]). */
const fresh = { locked: false, spotlight: null, projector: 'follow' } as const

/**
 * Begins a workshop with its first phase (workshops SPEC [P1]).
 *
 * @throws AppError `conflict` where it has begun or has no phase, and as `lead`.
 */
export async function startWorkshop(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (q, led) => {
    const { workshop, phases, now } = led
    const room = moveRoom(workshop, { kind: 'start' }, phases.length)
    if (!room) {
      const words =
        workshop.state === 'planned'
          ? 'The agenda has no phase yet. Add one first.'
          : 'This workshop has begun already. Load the page again.'
      throw new AppError('conflict', words)
    }
    await enter(q, led, phases[0] as PhaseRow)
    const change = { ...room, ...startClock(phases[0]?.minutesNow ?? 0, now), startedAt: now }
    const present = await presentNow(deps, q, workshop.id)
    return { type: 'workshop.started', payload: { phases: phases.length, present }, change }
  })
}

/**
 * Goes on to the next phase, back to the one before, or to a position of the agenda (workshops SPEC [P1]–[P4]).
 *
 * @param input.move `next`, `back`, or `go` with a position `to`.
 * @param input.from the phase that the page showed: two facilitators who press at once go on by one.
 * @throws AppError `bad-input` (move, to), `conflict` where there is no such phase or the room has gone on, and as
 * `lead`.
 */
export async function changePhase(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; move: string; to?: string | undefined; from?: string | undefined },
): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (q, led): Promise<Leading> => {
    const move = readMove(input)
    mustBeLive(led)
    const { workshop, phases, now } = led
    if (input.from !== undefined && input.from !== '' && Number(input.from) !== workshop.phase) {
      throw new AppError('conflict', `The room is in phase ${workshop.phase} already. Look again before you go on.`)
    }
    const room = moveRoom(workshop, move, phases.length)
    const to = phases.find(({ position }) => position === room?.phase)
    if (!room || !to) {
      const words =
        move.kind === 'next'
          ? 'This is the last phase. End the workshop instead.'
          : move.kind === 'back'
            ? 'This is the first phase.'
            : 'Choose another phase of the agenda.'
      throw new AppError('conflict', words, 'to')
    }
    await leave(q, led)
    await enter(q, led, to)
    const change = { ...room, ...fresh, ...startClock(to.minutesNow, now) }
    const present = await presentNow(deps, q, workshop.id)
    const payload = { from: workshop.phase, to: to.position, kind: to.kind, present }
    return { type: 'workshop.phase-changed', payload, change }
  })
}

/**
 * Ends a workshop, or calls off one that has not begun (workshops SPEC [P1]).
 *
 * @throws AppError `conflict` where it has ended, and as `lead`.
 */
export async function endWorkshop(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (q, led) => {
    const { workshop, phases, now } = led
    const room = moveRoom(workshop, { kind: 'end' }, phases.length)
    if (!room) throw new AppError('conflict', 'This workshop has ended already.')
    await leave(q, led)
    const present = await presentNow(deps, q, workshop.id)
    const off = { locked: false, atTables: null, spotlight: null, broadcast: null }
    const change = { ...room, ...stopped, ...off, endedAt: now }
    await dateJob(q, {
      id: deps.newId(),
      kind: 'forget-guests',
      key: `forget-guests/${workshop.id}`,
      payload: { workshopId: workshop.id },
      dueAt: now + forgetGuestsAfter,
    })
    return { type: 'workshop.ended', payload: { phase: workshop.phase, present }, change }
  })
}

async function enter(q: Q, { workshop, now }: Led, phase: PhaseRow): Promise<void> {
  await updatePhase(q, workshop.id, phase.position, { startedAt: phase.startedAt ?? now, endedAt: null })
}

async function leave(q: Q, { workshop, phases, now }: Led): Promise<void> {
  const phase = presentPhase(workshop, phases)
  if (phase) await updatePhase(q, workshop.id, phase.position, { endedAt: now })
}

function readMove({ move, to }: { move: string; to?: string | undefined }): Move {
  if (move === 'next' || move === 'back') return { kind: move }
  if (move !== 'go') throw new AppError('bad-input', 'Say whether to go on, back, or to a phase.', 'move')
  if (!/^\d{1,2}$/.test(to ?? '')) throw new AppError('bad-input', 'Choose a phase of the agenda.', 'to')
  return { kind: 'go', to: Number(to) }
}
