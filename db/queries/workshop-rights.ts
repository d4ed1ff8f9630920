import { and, asc, eq, isNull } from 'drizzle-orm'
import type { PlaceInRoom, RoomThing } from '../../domain/access/room-rights.ts'
import { isLockedByTime } from '../../domain/workshops/clock.ts'
import { amongNamed, pairAmongNamed, prepared } from '../prepared.ts'
import { workshopDrafts, workshopPeople, workshopPhases, workshops, workshopTables } from '../schema.ts'
import type { Q } from '../store.ts'

const standing = {
  workshopId: workshops.id,
  kind: workshopPhases.kind,
  writers: workshopPhases.writers,
  locked: workshops.locked,
  locksAtEnd: workshopPhases.locksAtEnd,
  phaseEndsAt: workshops.phaseEndsAt,
  pausedLeft: workshops.pausedLeft,
  atTables: workshops.atTables,
}

const statements = prepared((q) => ({
  live: q
    .select({ ...standing, draftId: workshopDrafts.draftId, position: workshopDrafts.position })
    .from(workshopDrafts)
    .innerJoin(workshops, eq(workshops.id, workshopDrafts.workshopId))
    .leftJoin(
      workshopPhases,
      and(eq(workshopPhases.workshopId, workshops.id), eq(workshopPhases.position, workshops.phase)),
    )
    .where(and(amongNamed(workshopDrafts.draftId, 'draftIds'), eq(workshops.state, 'live')))
    // Of several that are live at a time the first has it.
    .orderBy(asc(workshops.startedAt), asc(workshops.id))
    .prepare(),
  tables: q
    .select({ ...standing, draftId: workshopTables.forkId, round: workshopTables.round, n: workshopTables.n })
    .from(workshopTables)
    .innerJoin(workshops, eq(workshops.id, workshopTables.workshopId))
    .leftJoin(
      workshopPhases,
      and(eq(workshopPhases.workshopId, workshops.id), eq(workshopPhases.position, workshops.phase)),
    )
    .where(and(amongNamed(workshopTables.forkId, 'draftIds'), eq(workshops.state, 'live')))
    .prepare(),
  people: q
    .select({
      workshopId: workshopPeople.workshopId,
      actorId: workshopPeople.actorId,
      role: workshopPeople.role,
      table: workshopPeople.table,
    })
    .from(workshopPeople)
    .where(
      and(
        pairAmongNamed(workshopPeople.workshopId, workshopPeople.actorId, 'pairs'),
        isNull(workshopPeople.removedAt),
        isNull(workshopPeople.leftAt),
      ),
    )
    .prepare(),
}))

/**
 * The live workshops that work on these drafts, as they concern these people: what rights in the drafts hang on.
 *
 * @param pairs draft and person; null for a signed-out reader.
 * @param now the clock by which the writing of a phase locks at its end.
 * @returns nothing for drafts that no live workshop works on.
 */
export async function listRooms(
  q: Q,
  pairs: readonly (readonly [string, string | null])[],
  now = Date.now(),
): Promise<(draftId: string, actorId: string | null) => RoomThing | null> {
  const ask = statements(q)
  const draftIds = JSON.stringify([...new Set(pairs.map(([draftId]) => draftId))])
  const rows = await ask.live.all({ draftIds })
  const tables = await ask.tables.all({ draftIds })
  if (rows.length === 0 && tables.length === 0) return () => null
  const common = rows.map((row) => ({ ...row, round: null, n: null }))
  // A table's version that another workshop works on by now is that one's.
  const live = new Map(
    [...tables.map((row) => ({ ...row, position: null })), ...common.reverse()].map((row) => [row.draftId, row]),
  )
  const asked = pairs.flatMap(([draftId, actorId]) => {
    const workshopId = live.get(draftId)?.workshopId
    return workshopId === undefined || actorId === null ? [] : [[workshopId, actorId]]
  })
  const people = await ask.people.all({ pairs: JSON.stringify(asked) })
  const seats = new Map(people.map((person) => [`${person.workshopId} ${person.actorId}`, person]))
  return (draftId, actorId) => {
    const room = live.get(draftId)
    if (!room) return null
    const person = actorId === null ? undefined : seats.get(`${room.workshopId} ${actorId}`)
    const { kind, writers, locked, locksAtEnd } = room
    return {
      id: room.workshopId,
      kind,
      writers: writers ?? 'nobody',
      locked: locked || isLockedByTime(room, locksAtEnd ?? false, now),
      facilitator: person?.role === 'facilitator',
      inRoom: person !== undefined,
      place: placeOf(room, person?.table ?? null),
    }
  }
}

interface Placed {
  atTables: number | null
  /** Of a linked draft, from 1: the first is what the tables work on. */
  position: number | null
  /** Of a table's version. */
  round: number | null
  n: number | null
}

function placeOf({ atTables, position, round, n }: Placed, seat: number | null): PlaceInRoom {
  if (round === null) return atTables !== null && position === 1 ? 'left' : 'common'
  if (round !== atTables) return 'former-table'
  return n === seat ? 'own-table' : 'other-table'
}
