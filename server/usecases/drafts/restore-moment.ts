import { readContent } from '../../../collab/doc-shape.ts'
import { restoreContent } from '../../../collab/restore-content.ts'
import { findLogRow } from '../../../db/queries/doc-log.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { contentHash } from '../../../domain/entries/content-hash.ts'
import { momentAddress, parseMoment } from '../../../domain/history/moment.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { historiesOf } from '../../history/histories.ts'
import { knownMoment } from '../../history/known-moment.ts'
import { writableDraft } from './writable-draft.ts'

export interface RestoreMoment {
  draftId: string
  moment: string
  /** Content hash of the draft when the person looked at it; without it nothing is compared. */
  seen?: string | undefined
}

/**
 * Makes a draft say again what it said at a moment (history SPEC [H9]): a new change through the document's log, by
 * whoever restores, which touches only what differs. Open editors show it as if somebody had typed it. The record
 * tells of it in the transaction that writes the change.
 *
 * @returns the moment that the restored text is now.
 * @throws AppError `signed-out`, `not-found`, `gone`, `not-allowed`, `conflict` when the draft says the same already
 * or was changed since `seen`.
 */
export async function restoreMoment(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, moment: address, seen }: RestoreMoment,
): Promise<{ moment: string }> {
  const q = deps.store.read
  const { draft, viewer: by } = await writableDraft(q, viewer, draftId)
  const moment = knownMoment(draft, parseMoment(address))
  const { kind, generation } = draft
  if (!(await findLogRow(q, { draftId, generation }, moment.seq))) {
    throw new AppError('not-found', 'This draft has no such moment.')
  }
  const content = await historiesOf(deps.store).textAt({ draftId, kind, generation }, moment)
  const wanted = contentHash(content)
  const { seq } = await deps.collab.transact(
    draftId,
    by.actorId,
    (doc) => {
      const now = contentHash(readContent(doc, kind))
      if (now === wanted) throw new AppError('conflict', 'The draft says the same already.')
      if (seen !== undefined && now !== seen) {
        throw new AppError('conflict', 'Somebody changed the draft since you looked at it. Look again, then restore.')
      }
      restoreContent(doc, content)
    },
    {
      type: 'draft.restored',
      subject: `draft/${draftId}`,
      payload: { draftId, actorId: by.actorId, docGeneration: generation, fromSeq: moment.seq, contentHash: wanted },
    },
  )
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'draft.restored', id: draftId }])
  return { moment: momentAddress({ generation, seq }) }
}
