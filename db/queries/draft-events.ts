import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { actors, events } from '../schema.ts'
import type { Q } from '../store.ts'

/** The record's acts about one subject before a time, newest first, with the name of whoever did them. */
export async function listEventsOf(
  q: Q,
  { subject, before, limit }: { subject: string; before: number; limit: number },
): Promise<{ seq: number; type: string; at: number; name: string | null; payload: Record<string, unknown> }[]> {
  const rows = await q
    .select({ seq: events.seq, type: events.type, at: events.at, payload: events.payload })
    .from(events)
    .where(and(eq(events.subject, subject), lt(events.at, before)))
    .orderBy(desc(events.seq))
    .limit(limit)
  const ids = [...new Set(rows.map((row) => actorOf(row.payload)).filter((id) => id !== null))]
  const people = ids.length === 0 ? [] : await q.select().from(actors).where(inArray(actors.id, ids))
  const names = new Map(people.map((person) => [person.id, person.name]))
  return rows.map((row) => ({ ...row, name: names.get(actorOf(row.payload) ?? '') ?? null }))
}

function actorOf(payload: Record<string, unknown>): string | null {
  return typeof payload.actorId === 'string' ? payload.actorId : null
}
