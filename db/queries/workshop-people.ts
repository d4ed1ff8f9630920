import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { prepared } from '../prepared.ts'
import { actors, guests, sessions, workshopPeople, workshops } from '../schema.ts'
import type { Q } from '../store.ts'
import type { WorkshopPersonRow } from './workshops.ts'

export type GuestRow = typeof guests.$inferSelect

const statements = prepared((q) => {
  const { placeholder } = sql
  return {
    person: q
      .select()
      .from(workshopPeople)
      .where(
        and(
          eq(workshopPeople.workshopId, placeholder('workshopId')),
          eq(workshopPeople.actorId, placeholder('actorId')),
        ),
      )
      .prepare(),
    guest: q
      .select({ guest: guests, name: actors.name, workshopEndedAt: workshops.endedAt })
      .from(guests)
      .innerJoin(actors, eq(actors.id, guests.actorId))
      .innerJoin(workshops, eq(workshops.id, guests.workshopId))
      .where(eq(guests.actorId, placeholder('actorId')))
      .prepare(),
    inRoom: q
      .select({ n: count() })
      .from(workshopPeople)
      .where(
        and(
          eq(workshopPeople.workshopId, placeholder('workshopId')),
          isNull(workshopPeople.removedAt),
          isNull(workshopPeople.leftAt),
        ),
      )
      .prepare(),
  }
})

/** Whether the person is or was in the workshop, and as what. */
export async function findWorkshopPerson(
  q: Q,
  workshopId: string,
  actorId: string,
): Promise<WorkshopPersonRow | undefined> {
  const [row] = await statements(q).person.all({ workshopId, actorId })
  return row
}

const isPerson = (workshopId: string, actorId: string) =>
  and(eq(workshopPeople.workshopId, workshopId), eq(workshopPeople.actorId, actorId))

const isIn = (workshopId: string) =>
  and(eq(workshopPeople.workshopId, workshopId), isNull(workshopPeople.removedAt), isNull(workshopPeople.leftAt))

/** How many are in the room. */
export async function countInRoom(q: Q, workshopId: string): Promise<number> {
  const [row] = await statements(q).inRoom.all({ workshopId })
  return row?.n ?? 0
}

/** Who is in the room, by name. */
export async function listInRoom(q: Q, workshopId: string) {
  return q
    .select({
      actorId: workshopPeople.actorId,
      name: actors.name,
      type: actors.type,
      role: workshopPeople.role,
      table: workshopPeople.table,
      joinedAt: workshopPeople.joinedAt,
      lastSeenAt: workshopPeople.lastSeenAt,
    })
    .from(workshopPeople)
    .innerJoin(actors, eq(actors.id, workshopPeople.actorId))
    .where(isIn(workshopId))
    .orderBy(asc(actors.name), asc(actors.id))
}

/** Puts somebody into the room, or back into it after they had left. */
export async function putInRoom(q: Q, person: WorkshopPersonRow): Promise<void> {
  const { lastSeenAt } = person
  await q
    .insert(workshopPeople)
    .values(person)
    .onConflictDoUpdate({
      target: [workshopPeople.workshopId, workshopPeople.actorId],
      set: { leftAt: null, removedAt: null, lastSeenAt },
    })
}

export async function updateWorkshopPerson(
  q: Q,
  { workshopId, actorId }: Pick<WorkshopPersonRow, 'workshopId' | 'actorId'>,
  change: Partial<Omit<WorkshopPersonRow, 'workshopId' | 'actorId'>>,
): Promise<void> {
  await q.update(workshopPeople).set(change).where(isPerson(workshopId, actorId))
}

/** A guest with the name it is shown by, and when its workshop ended. */
export async function findGuest(q: Q, actorId: string) {
  const [row] = await statements(q).guest.all({ actorId })
  return row && { ...row.guest, name: row.name, workshopEndedAt: row.workshopEndedAt }
}

/** A person without an account, of one workshop. */
export async function insertGuest(q: Q, guest: GuestRow, { name, at }: { name: string; at: number }): Promise<void> {
  await q.insert(actors).values({ id: guest.actorId, type: 'guest', name, createdAt: at })
  await q.insert(guests).values(guest)
}

export async function updateGuest(
  q: Q,
  actorId: string,
  change: Partial<Pick<GuestRow, 'removedAt' | 'claimedBy' | 'claimedAt'>>,
): Promise<void> {
  await q.update(guests).set(change).where(eq(guests.actorId, actorId))
}

/** Ends every session that somebody still has. */
export async function revokeSessionsOf(q: Q, actorId: string, at: number): Promise<void> {
  await q
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(eq(sessions.actorId, actorId), isNull(sessions.revokedAt)))
}

/** The guest whose session this is, while it lasts. */
export async function findGuestOfSession(q: Q, sessionId: string): Promise<string | undefined> {
  const [row] = await q
    .select({ actorId: guests.actorId })
    .from(sessions)
    .innerJoin(guests, eq(guests.actorId, sessions.actorId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
  return row?.actorId
}

/** Shows what an account said as a guest under the name it has now. */
export async function nameClaimedGuests(q: Q, claimedBy: string, name: string): Promise<void> {
  const claimed = q.select({ id: guests.actorId }).from(guests).where(eq(guests.claimedBy, claimedBy))
  await q.update(actors).set({ name }).where(inArray(actors.id, claimed))
}
