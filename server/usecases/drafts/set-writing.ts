import { updateDraft } from '../../../db/queries/drafts.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { managedDraft } from './draft-for.ts'

/**
 * Opens writing to every member, or limits it to those invited (drafts SPEC [D9]).
 *
 * @throws AppError `bad-input` (writing), and as `managedDraft`.
 */
export async function setWriting(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, writing }: { draftId: string; writing: string },
): Promise<void> {
  if (writing !== 'invited' && writing !== 'members') {
    throw new AppError('bad-input', 'Choose members or invited.', 'writing')
  }
  const changed = await deps.store.tx(async (q) => {
    const { draft, viewer: by } = await managedDraft(q, viewer, 'draft.manage', draftId)
    if (draft.writing === writing) return false
    await updateDraft(q, draftId, { writing })
    await recordEvent(deps, q, {
      type: 'draft.writing-changed',
      subject: `draft/${draftId}`,
      payload: { draftId, entryId: draft.entryId, actorId: by.actorId, writing },
    })
    return true
  })
  if (!changed) return
  deps.collab.reauthorise({ draftId })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'draft.writing-changed', id: draftId }])
}
