import { and, asc, eq, inArray, isNull, not, or, sql } from 'drizzle-orm'
import { actors, drafts, guests, simulatedGuests, threads, workshopDrafts, workshops } from '../schema.ts'
import type { Q } from '../store.ts'

/** A draft that is no throw-away copy of a rehearsal, and no fork of one for a table. */
export const notRehearsed = sql`not exists (select 1 from ${workshopDrafts} join ${workshops} on ${workshops.id} = ${workshopDrafts.workshopId} where ${workshopDrafts.draftId} in (${drafts.id}, ${drafts.forkedFrom}) and ${workshops.rehearsal})`

/** Whether a draft is the throw-away copy of a rehearsal, or a fork of one for a table. */
export async function isRehearsed(q: Q, draftId: string): Promise<boolean> {
  const rows = await q
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.id, draftId), not(notRehearsed)))
    .limit(1)
  return rows.length > 0
}

/** What a rehearsal worked on and is not thrown away yet: its copies, and the forks of them for tables. */
export async function listRehearsedDrafts(q: Q, workshopId: string) {
  const linked = q
    .select({ id: workshopDrafts.draftId })
    .from(workshopDrafts)
    .where(eq(workshopDrafts.workshopId, workshopId))
  return q
    .select({ id: drafts.id, entryId: drafts.entryId })
    .from(drafts)
    .where(and(isNull(drafts.deletedAt), or(inArray(drafts.id, linked), inArray(drafts.forkedFrom, linked))))
}

/** Whether something of the record is about the throw-away copy of a rehearsal: `draft/<id>`, `thread/<id>`. */
export async function isOfRehearsal(q: Q, subject: string): Promise<boolean> {
  const [noun, id = ''] = subject.split('/')
  if (noun === 'draft') return isRehearsed(q, id)
  if (noun !== 'thread') return false
  const [thread] = await q.select({ draftId: threads.draftId }).from(threads).where(eq(threads.id, id))
  return thread?.draftId ? isRehearsed(q, thread.draftId) : false
}

/** The guests of a rehearsal that the server plays, in the order in which they came. */
export async function listSimulatedGuests(q: Q, workshopId: string) {
  return q
    .select({
      actorId: simulatedGuests.actorId,
      n: simulatedGuests.n,
      name: actors.name,
      colour: guests.colour,
      removedAt: guests.removedAt,
    })
    .from(simulatedGuests)
    .innerJoin(actors, eq(actors.id, simulatedGuests.actorId))
    .innerJoin(guests, eq(guests.actorId, simulatedGuests.actorId))
    .where(eq(simulatedGuests.workshopId, workshopId))
    .orderBy(asc(simulatedGuests.n))
}

export async function insertSimulatedGuest(
  q: Q,
  guest: { actorId: string; workshopId: string; n: number },
): Promise<void> {
  await q.insert(simulatedGuests).values(guest)
}
