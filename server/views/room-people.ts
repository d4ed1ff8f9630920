import { listInRoom } from '../../db/queries/workshop-people.ts'
import type { WorkshopRow } from '../../db/queries/workshops.ts'
import type { Q } from '../../db/store.ts'
import { awayMs } from '../usecases/workshops/workshop-access.ts'

export interface RoomPerson {
  actorId: string
  name: string
  guest: boolean
  facilitator: boolean
  /** Whether their page asked for nothing lately. Facilitators are at the console, so it is not said of them. */
  away: boolean
  /** Where they sit, or sat last; null for who was at none. */
  table: number | null
  /** Whoever has the lead stays. */
  mayRemove: boolean
}

/** Who is in a room, as its facilitators see them: who is there first, then who is away. */
export async function roomPeople(
  q: Q,
  { id, leadId }: Pick<WorkshopRow, 'id' | 'leadId'>,
  now: number,
): Promise<RoomPerson[]> {
  const people = (await listInRoom(q, id)).map(({ actorId, name, type, role, table, lastSeenAt }) => ({
    actorId,
    name,
    guest: type === 'guest',
    facilitator: role === 'facilitator',
    away: role !== 'facilitator' && lastSeenAt <= now - awayMs,
    table,
    mayRemove: actorId !== leadId,
  }))
  return [...people.filter(({ away }) => !away), ...people.filter(({ away }) => away)]
}
