import { desc, eq, inArray } from 'drizzle-orm'
import { actors, events } from '../schema.ts'
import type { Q } from '../store.ts'

/** The record's acts about one subject, newest first, with the name of whoever did them. At most 500. */
export async function listEventsOf(
  q: Q,
  subject: string,
): Promise<{ seq: number; type: string; at: number; name: string | null }[]> {
  const rows = await q
    .select({ seq: events.seq, type: events.type, at: events.at, payload: events.payload })
    .from(events)
    .where(eq(events.subject, subject))
    .orderBy(desc(events.seq))
    .limit(500)
  const ids = [...new Set(rows.map((row) => actorOf(row.payload)).filter((id) => id !== null))]
  const people = ids.length === 0 ? [] : await q.select().from(actors).where(inArray(actors.id, ids))
  const names = new Map(people.map((person) => [person.id, person.name]))
  return rows.map(({ payload, ...row }) => ({ ...row, name: names.get(actorOf(payload) ?? '') ?? null }))
}

function actorOf(payload: Record<string, unknown>): string | null {
  return typeof payload.actorId === 'string' ? payload.actorId : null
}
