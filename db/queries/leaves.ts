import { and, eq, inArray } from 'drizzle-orm'
import { eventPrivate, events } from '../schema.ts'
import type { Q } from '../store.ts'

/** Erases for good what the events of a type about a subject kept beside the chain; the chain stays valid. */
export async function eraseLeaves(q: Q, { subject, type }: { subject: string; type: string }): Promise<void> {
  const about = q
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.subject, subject), eq(events.type, type)))
  await q.delete(eventPrivate).where(inArray(eventPrivate.seq, about))
}

/** The same for those events about a subject, of some types, whose public payload names something. */
export async function eraseLeavesNaming(
  q: Q,
  { subject, types }: { subject: string; types: readonly string[] },
  named: Readonly<Record<string, string>>,
): Promise<void> {
  const told = await q
    .select({ seq: events.seq, payload: events.payload })
    .from(events)
    .where(and(eq(events.subject, subject), inArray(events.type, [...types])))
  const its = told
    .filter(({ payload }) => Object.entries(named).every(([key, id]) => payload[key] === id))
    .map(({ seq }) => seq)
  if (its.length > 0) await q.delete(eventPrivate).where(inArray(eventPrivate.seq, its))
}
