import { findWorkshopPerson, updateWorkshopPerson } from '../../../db/queries/workshop-people.ts'
import { countSeats, listTables } from '../../../db/queries/workshop-tables.ts'
import type { WorkshopRow } from '../../../db/queries/workshops.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { lateSeat } from '../../../domain/workshops/tables.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { loadLedRoom, roomEvents } from './room-access.ts'

/**
 * Moves somebody to another table while the room sits at tables (workshops SPEC [T3]). Their editor follows within two
 * seconds.
 *
 * @throws AppError `bad-input` (table), `conflict` in plenum, `not-found`, `not-allowed`, `signed-out`.
 */
export async function moveToTable(
  deps: Deps,
  viewer: Viewer | null,
  { workshopId, actorId, table }: { workshopId: string; actorId: string; table: string },
): Promise<void> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to lead a workshop.')
  await deps.store.tx(async (q) => {
    const by = await presentRights(q, viewer)
    const { workshop } = await loadLedRoom(q, by, workshopId)
    if (workshop.state !== 'live' || workshop.atTables === null) {
      throw new AppError('conflict', 'The room is in plenum. Nobody sits at a table now.')
    }
    const tables = await listTables(q, workshopId, workshop.atTables)
    const to = tables.find(({ n }) => String(n) === table)
    if (!to) throw new AppError('bad-input', `Choose a table from 1 to ${tables.length}.`, 'table')
    const person = await findWorkshopPerson(q, workshopId, actorId)
    if (person?.removedAt !== null || person.leftAt !== null) {
      throw new AppError('not-found', 'Nobody who is in the room is meant by that.')
    }
    await updateWorkshopPerson(q, person, { table: to.n })
    await recordEvent(deps, q, {
      type: 'workshop.seated',
      subject: `workshop/${workshopId}`,
      payload: { by: by.actorId, person: actorId, from: person.table, to: to.n },
    })
  })
  deps.collab.reauthorise({ actorId })
  deps.live.publish(roomEvents(workshopId, 'workshop.seated'))
}

/** Gives a seat to who came into a room that sits at tables, unless they have one there from before ([T3]). */
export async function seatLate(q: Q, { id, atTables }: WorkshopRow, actorId: string): Promise<void> {
  if (atTables === null) return
  const person = await findWorkshopPerson(q, id, actorId)
  if (person?.role !== 'participant' || person.table !== null) return
  const seats = await countSeats(q, id)
  const tables = await listTables(q, id, atTables)
  await updateWorkshopPerson(q, person, { table: lateSeat(tables.map(({ n }) => seats.get(n) ?? 0)) })
}
