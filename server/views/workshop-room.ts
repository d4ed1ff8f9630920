import type { PhaseRow, WorkshopRow } from '../../db/queries/workshops.ts'
import { isLockedByTime, lateBy } from '../../domain/workshops/clock.ts'
import { showCode } from '../../domain/workshops/code.ts'
import { typedTables } from '../../domain/workshops/tables.ts'
import { canUndo } from '../../domain/workshops/undo.ts'
import { presentPhase } from '../usecases/workshops/workshop-access.ts'

export type PhaseView = Omit<PhaseRow, 'workshopId'>

/** Where a room stands, for every page about it. */
export interface RoomView {
  id: string
  title: string
  purpose: string
  startsAt: number
  zone: string
  state: WorkshopRow['state']
  /** A try with simulated guests, of which nothing is kept. */
  rehearsal: boolean
  code: string
  guests: WorkshopRow['guests']
  capacity: number
  /** As chosen at set-up: `none`, `by-size`, or how many. */
  tables: string
  phases: PhaseView[]
  /** Position of the present phase. */
  phase: number | null
  present: PhaseView | null
  /** The clock, with the server's own time to set one's own by. */
  clock: { phaseEndsAt: number | null; pausedLeft: number | null; now: number }
  /** Writing is locked for all but facilitators, by hand or by the time. */
  locked: boolean
  lockedByTime: boolean
  broadcast: string | null
  spotlight: WorkshopRow['spotlight']
  projector: WorkshopRow['projector']
  /** Milliseconds it will end late; less than nothing when ahead; null unless live. */
  late: number | null
  /** What can be undone, and until when. */
  undo: { act: string; at: number } | null
  startedAt: number | null
  endedAt: number | null
}

/** @param now the server's time, milliseconds since 1970. */
export function roomView(workshop: WorkshopRow, rows: readonly PhaseRow[], now: number): RoomView {
  const phases = rows.map(({ workshopId: _, ...phase }) => phase)
  const { id, title, purpose, startsAt, zone, state, rehearsal, guests, capacity, phase, startedAt, endedAt } = workshop
  const row = presentPhase(workshop, rows)
  const lockedByTime = state === 'live' && isLockedByTime(workshop, row?.locksAtEnd ?? false, now)
  const minutes = phases.map((one) => ({ planned: one.minutes, now: one.minutesNow }))
  const live = state === 'live' && startedAt !== null && phase !== null
  const { undo } = workshop
  return {
    ...{ id, title, purpose, startsAt, zone, state, rehearsal, guests, capacity, phases, phase, startedAt, endedAt },
    code: showCode(workshop.code),
    tables: typedTables(workshop.tables),
    present: phases.find(({ position }) => position === phase) ?? null,
    clock: { phaseEndsAt: workshop.phaseEndsAt, pausedLeft: workshop.pausedLeft, now },
    locked: workshop.locked || lockedByTime,
    lockedByTime,
    broadcast: workshop.broadcast,
    spotlight: workshop.spotlight,
    projector: workshop.projector,
    late: live ? lateBy({ ...workshop, startedAt, phase, minutes }, now) : null,
    undo: undo && canUndo(undo, now) ? { act: undo.act, at: undo.at } : null,
  }
}
