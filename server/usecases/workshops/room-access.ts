import { findWorkshopPerson } from '../../../db/queries/workshop-people.ts'
import type { WorkshopPersonRow, WorkshopRow } from '../../../db/queries/workshops.ts'
import { findWorkshop, listPhases } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isMember, isModerator } from '../../../domain/access/viewer.ts'
import type { Party, PhaseAct } from '../../../domain/workshops/phases.ts'
import { phaseAllows } from '../../../domain/workshops/phases.ts'
import { AppError } from '../../errors.ts'
import type { LiveEvent } from '../../live/bus.ts'
import { presentPhase } from './workshop-access.ts'

/** What pages that show a workshop listen to. */
export function roomEvents(workshopId: string, type: string, id = workshopId): LiveEvent[] {
  return [{ topic: `workshop/${workshopId}`, type, id }]
}

export interface Room {
  workshop: WorkshopRow
  /** The viewer in it; null for who is not in the room. */
  person: WorkshopPersonRow | null
  /** The viewer leads it, or moderates. */
  facilitates: boolean
}

/** A workshop as it concerns this viewer. @throws AppError `not-found`. */
export async function loadRoom(q: Q, viewer: Viewer | null, workshopId: string): Promise<Room> {
  const workshop = await findWorkshop(q, workshopId)
  if (!workshop) throw new AppError('not-found', 'There is no such workshop.')
  const row = viewer ? await findWorkshopPerson(q, workshopId, viewer.actorId) : undefined
  const person = row && row.removedAt === null && row.leftAt === null ? row : null
  const facilitates = isMember(viewer) && (person?.role === 'facilitator' || isModerator(viewer))
  return { workshop, person, facilitates }
}

/** The same for somebody who is in the room. @throws AppError `not-allowed`, `not-found`, `too-late`. */
export async function loadOwnRoom(
  q: Q,
  viewer: Viewer,
  workshopId: string,
): Promise<Room & { person: WorkshopPersonRow }> {
  const { workshop, person, facilitates } = await loadRoom(q, viewer, workshopId)
  if (!person) throw new AppError('not-allowed', 'You are not in this workshop. Join it with its code.')
  return { workshop, person, facilitates }
}

/** The same for who leads it. @throws AppError `not-allowed`, `not-found`. */
export async function loadLedRoom(q: Q, viewer: Viewer, workshopId: string): Promise<Room> {
  const room = await loadRoom(q, viewer, workshopId)
  if (!room.facilitates) {
    throw new AppError('not-allowed', 'Only a facilitator of this workshop or a moderator does this.')
  }
  return room
}

/** @throws AppError `conflict` where the present phase does not open this act to this party. */
export async function loadPhaseAct(q: Q, { workshop }: Room, party: Party, act: PhaseAct): Promise<void> {
  const phase = workshop.state === 'live' ? presentPhase(workshop, await listPhases(q, workshop.id)) : undefined
  if (phase && phaseAllows(phase.kind, party, act)) return
  throw new AppError('conflict', 'The present phase does not take this. Wait for the facilitator to go on.')
}
