import { and, asc, eq } from 'drizzle-orm'
import { docSnapshots, docUpdates } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { sha256Hex } from '../../../domain/record/hash.ts'
import type { StepResult } from './fault.ts'

/**
 * Every update and every stored state of a draft's document still has the hash that was written with it. Reads one
 * draft at a time, since a log may be large.
 */
export async function checkDocuments(q: Q): Promise<StepResult> {
  let count = 0
  const documents = await q
    .selectDistinct({ draftId: docUpdates.draftId, generation: docUpdates.generation })
    .from(docUpdates)
    .orderBy(asc(docUpdates.draftId), asc(docUpdates.generation))
  for (const { draftId, generation } of documents) {
    const updates = await q
      .select({ seq: docUpdates.seq, bytes: docUpdates.bytes, hash: docUpdates.hash })
      .from(docUpdates)
      .where(and(eq(docUpdates.draftId, draftId), eq(docUpdates.generation, generation)))
      .orderBy(asc(docUpdates.seq))
    const states = await q
      .select({ seq: docSnapshots.seq, bytes: docSnapshots.state, hash: docSnapshots.hash })
      .from(docSnapshots)
      .where(and(eq(docSnapshots.draftId, draftId), eq(docSnapshots.generation, generation)))
    const broken = [...updates, ...states].find(({ bytes, hash }) => sha256Hex(bytes) !== hash)
    count += updates.length + states.length
    if (broken) {
      const where = `update ${broken.seq} of draft ${draftId}`
      return { count, fault: { where, words: 'its bytes do not have the hash that was written for them' } }
    }
  }
  return { count, fault: null }
}
