import { findDraft } from '../../../db/queries/drafts.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isModerator } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'

/**
 * Begins a quarantined document anew from its last good state, under the next generation (collab SPEC [D6]). What came
 * after the damage, and the history before it, are gone with the old log: make a backup first.
 *
 * @throws AppError `not-allowed`, `not-found`, `conflict` for a document that is whole.
 */
export async function repairDocument(
  deps: Deps,
  viewer: Viewer | null,
  { draftId }: { draftId: string },
): Promise<{ generation: number; seq: number }> {
  if (!isModerator(viewer)) throw new AppError('not-allowed', 'Only a moderator may repair a document.')
  const draft = await findDraft(deps.store.read, draftId)
  if (!draft) throw new AppError('not-found', 'There is no such draft.')
  const { seq, damaged } = await deps.collab.readDraft(draftId)
  if (!damaged) throw new AppError('conflict', 'This document is whole; there is nothing to repair.')
  const { generation } = await deps.collab.replaceDocument(
    draftId,
    viewer.actorId,
    ({ content }) => content,
    async (q, next) => {
      await recordEvent(deps, q, {
        type: 'draft.repaired',
        subject: `draft/${draftId}`,
        payload: { draftId, entryId: draft.entryId, actorId: viewer.actorId, generation: next, goodSeq: seq },
      })
    },
  )
  return { generation, seq }
}
