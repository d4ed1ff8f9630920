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
