import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm'
import { workshopPeople, workshops } from '../schema.ts'
import type { Q } from '../store.ts'

/** The present code of the room that somebody is in and that is not over; of several the one joined last. */
export async function findOwnRoomCode(q: Q, actorId: string): Promise<string | undefined> {
  const [row] = await q
    .select({ code: workshops.code })
    .from(workshopPeople)
    .innerJoin(workshops, eq(workshops.id, workshopPeople.workshopId))
    .where(
      and(
        eq(workshopPeople.actorId, actorId),
        isNull(workshopPeople.removedAt),
        isNull(workshopPeople.leftAt),
        ne(workshops.state, 'ended'),
      ),
    )
    .orderBy(desc(workshopPeople.joinedAt), asc(workshops.id))
    .limit(1)
  return row?.code
}
