import { and, asc, eq, isNull } from 'drizzle-orm'
import type { RoomThing } from '../../domain/access/room-rights.ts'
import { isLockedByTime } from '../../domain/workshops/clock.ts'
import { amongNamed, pairAmongNamed, prepared } from '../prepared.ts'
import { workshopDrafts, workshopPeople, workshopPhases, workshops } from '../schema.ts'
import type { Q } from '../store.ts'

const statements = prepared((q) => ({
  live: q
    .select({
      draftId: workshopDrafts.draftId,
      workshopId: workshops.id,
      kind: workshopPhases.kind,
      writers: workshopPhases.writers,
      locked: workshops.locked,
      locksAtEnd: workshopPhases.locksAtEnd,
      phaseEndsAt: workshops.phaseEndsAt,
      pausedLeft: workshops.pausedLeft,
    })
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
  people: q
    .select({ workshopId: workshopPeople.workshopId, actorId: workshopPeople.actorId, role: workshopPeople.role })
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
  const rows = await ask.live.all({ draftIds: JSON.stringify([...new Set(pairs.map(([draftId]) => draftId))]) })
  if (rows.length === 0) return () => null
  const live = new Map([...rows].reverse().map((row) => [row.draftId, row]))
  const asked = pairs.flatMap(([draftId, actorId]) => {
    const workshopId = live.get(draftId)?.workshopId
    return workshopId === undefined || actorId === null ? [] : [[workshopId, actorId]]
  })
  const people = await ask.people.all({ pairs: JSON.stringify(asked) })
  const roles = new Map(people.map(({ workshopId, actorId, role }) => [`${workshopId} ${actorId}`, role]))
  return (draftId, actorId) => {
    const room = live.get(draftId)
    if (!room) return null
    const role = actorId === null ? undefined : roles.get(`${room.workshopId} ${actorId}`)
    const { kind, writers, locked, locksAtEnd } = room
    return {
      id: room.workshopId,
      kind,
      writers: writers ?? 'nobody',
      locked: locked || isLockedByTime(room, locksAtEnd ?? false, now),
      facilitator: role === 'facilitator',
      inRoom: role !== undefined,
    }
  }
}
