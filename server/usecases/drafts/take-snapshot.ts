import type { SnapshotRow } from '../../../db/queries/snapshots.ts'
import { insertSnapshot } from '../../../db/queries/snapshots.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftReading } from '../../collab/service.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'

/**
 * Freezes a draft's text as it was read from disk. Read it with `deps.collab.readDraft` before the transaction and
 * call this in it: nothing but the database is awaited there.
 */
export async function takeSnapshot(
  deps: Deps,
  q: Q,
  draft: { id: string; entryId: string },
  reading: DraftReading,
): Promise<SnapshotRow> {
  if (reading.damaged) {
    throw new AppError(
      'unavailable',
      'The document of this draft is damaged. It has to be repaired before it is decided on.',
    )
  }
  const snapshot = await insertSnapshot(q, {
    id: deps.newId(),
    entryId: draft.entryId,
    draftId: draft.id,
    docSeq: reading.seq,
    docGeneration: reading.generation,
    content: reading.content,
    createdAt: deps.now(),
  })
  await recordEvent(deps, q, {
    type: 'snapshot.taken',
    subject: `draft/${draft.id}`,
    payload: {
      draftId: draft.id,
      snapshotId: snapshot.id,
      contentHash: snapshot.hash,
      docGeneration: reading.generation,
      docSeq: reading.seq,
    },
  })
  return snapshot
}
