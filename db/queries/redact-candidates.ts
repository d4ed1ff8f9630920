import { and, eq, inArray } from 'drizzle-orm'
import { candidates, eventPrivate, events, threads } from '../schema.ts'
import type { Q } from '../store.ts'
import { updateCandidate } from './candidates.ts'

/**
 * Rewrites the candidates of a draft's threads, and erases from the record the wordings they had when they say what is
 * removed. A standing candidate of which nothing is left ends with it.
 *
 * @param redact what was typed for a place, without what is removed.
 */
export async function redactCandidates(
  q: Q,
  draftId: string,
  at: number,
  redact: (place: string, typed: string) => string,
): Promise<void> {
  for (const { id, place } of await q.select().from(threads).where(eq(threads.draftId, draftId))) {
    for (const one of await q.select().from(candidates).where(eq(candidates.threadId, id))) {
      const text = redact(place, one.text)
      if (text === one.text) continue
      const ends = one.state === 'standing' && text.trim() === ''
      await updateCandidate(q, one, { text, ...(ends ? { state: 'withdrawn' as const, endedAt: at } : {}) })
    }
    const leaves = await q
      .select({ seq: eventPrivate.seq, payload: eventPrivate.payload })
      .from(eventPrivate)
      .innerJoin(events, eq(events.seq, eventPrivate.seq))
      .where(
        and(eq(events.subject, `thread/${id}`), inArray(events.type, ['candidate.proposed', 'candidate.reworded'])),
      )
    const erased = leaves
      .filter(({ payload: { text } }) => typeof text === 'string' && redact(place, text) !== text)
      .map(({ seq }) => seq)
    if (erased.length > 0) await q.delete(eventPrivate).where(inArray(eventPrivate.seq, erased))
  }
}

/** Erases from the record every wording that one candidate had. */
export async function eraseCandidateLeaves(q: Q, { threadId, n }: { threadId: string; n: number }): Promise<void> {
  const told = await q
    .select({ seq: events.seq, payload: events.payload })
    .from(events)
    .where(
      and(eq(events.subject, `thread/${threadId}`), inArray(events.type, ['candidate.proposed', 'candidate.reworded'])),
    )
  const its = told.filter(({ payload }) => payload.candidate === n).map(({ seq }) => seq)
  if (its.length > 0) await q.delete(eventPrivate).where(inArray(eventPrivate.seq, its))
}
