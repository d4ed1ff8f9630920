import { eq } from 'drizzle-orm'
import { seedUpdate } from '../../collab/doc-shape.ts'
import { lastLogged } from '../../db/queries/doc-log.ts'
import { docClients, docSnapshots, docUpdates, drafts } from '../../db/schema.ts'
import type { Q } from '../../db/store.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { AppError } from '../errors.ts'
import { digest } from './digest.ts'
import { renewAnchors } from './renew-anchors.ts'
import type { DraftReading } from './service.ts'

interface Replacement {
  draftId: string
  actorId: string
  content: EntryContent
  /** Milliseconds since 1970, UTC. */
  at: number
}

/**
 * Raises the draft's generation, deletes the log and the snapshots of the older ones and begins a new log with one
 * row. Who wrote in them (`doc_clients`, ids only) stays, so that the draft's people are still known.
 *
 * @returns the new generation.
 * @throws AppError `conflict` when the log goes on after the reading: another process serves the document.
 */
export async function writeReplacement(
  q: Q,
  { seq, generation: old, damaged }: DraftReading,
  { draftId, actorId, content, at }: Replacement,
  within: (q: Q, generation: number) => Promise<void>,
): Promise<number> {
  const [draft] = await q.select({ generation: drafts.generation }).from(drafts).where(eq(drafts.id, draftId))
  const last = await lastLogged(q, { draftId, generation: old })
  if (draft?.generation !== old || (last !== seq && !damaged)) {
    throw new AppError('conflict', 'The draft is being written in at this moment. Try again.')
  }
  const generation = old + 1
  await q
    .update(drafts)
    .set({ generation, updatedAt: at, ...(content.title && { title: content.title }) })
    .where(eq(drafts.id, draftId))
  await q.delete(docUpdates).where(eq(docUpdates.draftId, draftId))
  await q.delete(docSnapshots).where(eq(docSnapshots.draftId, draftId))
  const bytes = seedUpdate(content, generation)
  const first = { draftId, generation, seq: 1, actorId, at }
  await q.insert(docUpdates).values({ ...first, bytes: Buffer.from(bytes), hash: digest(bytes) })
  await q.insert(docClients).values({ draftId, generation, client: generation, actorId, firstSeq: 1 })
  await within(q, generation)
  await renewAnchors(q, { draftId, generation, at }, bytes)
  return generation
}
