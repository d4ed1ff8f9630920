import { updatePhase } from '../../../db/queries/workshops.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Clock } from '../../../domain/workshops/clock.ts'
import { addMinutes, lateBy, pauseClock, resumeClock, spreadOverrun } from '../../../domain/workshops/clock.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import type { Led } from './lead.ts'
import { lead, mustBeLive } from './lead.ts'

const minute = 60_000

/**
 * Stops the clock of the present phase, or lets it go on (workshops SPEC [C2]).
 *
 * @throws AppError `conflict` where it stands or runs already or there is no limit, and as `lead`.
 */
export async function pauseWorkshop(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (_q, led) => {
    mustBeLive(led)
    const change = changed(pauseClock(led.workshop, led.now), led, 'The clock stands still already.')
    return { type: 'workshop.paused', payload: { left: change.pausedLeft }, change }
  })
}

/** See `pauseWorkshop`. */
export async function resumeWorkshop(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (_q, led) => {
    mustBeLive(led)
    const change = changed(resumeClock(led.workshop, led.now), led, 'The clock runs already.')
    return { type: 'workshop.resumed', payload: {}, change }
  })
}

/**
 * Gives the present phase minutes, or takes some from it (workshops SPEC [C3]).
 *
 * @throws AppError `bad-input` (minutes), `conflict`, and as `lead`.
 */
export async function addTime(
  deps: Deps,
  viewer: Viewer | null,
  input: { workshopId: string; minutes: string },
): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (_q, led) => {
    const by = /^[+-]?\d{1,2}$/.test(input.minutes) ? Number(input.minutes) : 0
    if (by === 0) throw new AppError('bad-input', 'Give or take between 1 and 99 whole minutes.', 'minutes')
    mustBeLive(led)
    const change = changed(addMinutes(led.workshop, by, led.now), led, 'This phase has no limit.')
    return { type: 'workshop.time-changed', payload: { phase: led.workshop.phase, minutes: by }, change }
  })
}

/**
 * Takes what the workshop is late by from the phases to come (workshops SPEC [C4], [C5]).
 *
 * @throws AppError `conflict` where it is not late or nothing is left to take, and as `lead`.
 */
export async function spreadTime(deps: Deps, viewer: Viewer | null, input: { workshopId: string }): Promise<void> {
  return lead(deps, viewer, input.workshopId, async (q, led) => {
    mustBeLive(led)
    const { workshop, phases, now } = led
    const rest = phases.filter(({ position }) => position > (workshop.phase ?? 0))
    const late = lateness(led)
    const then = spreadOverrun(
      rest.map(({ minutesNow }) => minutesNow),
      late / minute,
    )
    const taken = rest.reduce((sum, { minutesNow }, i) => sum + minutesNow - (then[i] ?? minutesNow), 0)
    if (taken === 0) {
      const words = late <= 0 ? 'The workshop is not late.' : 'No phase to come has a minute to give.'
      throw new AppError('conflict', words)
    }
    for (const [i, { position, minutesNow }] of rest.entries()) {
      await updatePhase(q, workshop.id, position, { minutesNow: then[i] ?? minutesNow })
    }
    return { type: 'workshop.overrun-spread', payload: { minutes: taken, at: now }, change: {} }
  })
}

function lateness({ workshop, phases, now }: Led): number {
  const minutes = phases.map((phase) => ({ planned: phase.minutes, now: phase.minutesNow }))
  return lateBy({ ...workshop, startedAt: workshop.startedAt ?? now, phase: workshop.phase ?? 1, minutes }, now)
}

/** @throws AppError `conflict` with these words, or that there is no limit. */
function changed(clock: Clock | null, { workshop }: Led, words: string): Clock {
  if (clock) return clock
  const unlimited = workshop.phaseEndsAt === null && workshop.pausedLeft === null
  throw new AppError('conflict', unlimited ? 'This phase has no limit, so there is no clock to change.' : words)
}
