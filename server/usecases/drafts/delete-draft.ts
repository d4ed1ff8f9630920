import { updateDraft } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { isDeletable } from '../../../domain/drafts/moves.ts'
import { checkText } from '../../check-text.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { managedDraft } from './draft-for.ts'

/**
 * Takes a draft away from everybody but moderators; its text and its log are kept (drafts SPEC [D6]). Open pages
 * are told and keep what was typed.
 *
 * @throws AppError `bad-input` (reason), `conflict` while a ballot is open or after publication, and as `managedDraft`.
 */
export async function deleteDraft(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; reason?: string | undefined },
): Promise<void> {
  const { draftId } = input
  const reason = checkText(input.reason, { field: 'reason', label: 'a reason', limit: 'reason' })
  await deps.store.tx(async (q) => {
    const { draft, viewer: by } = await managedDraft(q, viewer, 'draft.manage', draftId)
    if (!isDeletable(draft.state)) {
      throw new AppError(
        'conflict',
        draft.state === 'published'
          ? 'A version came of this draft, so it stays.'
          : 'A ballot about this draft is open. It has to close before the draft can be deleted.',
      )
    }
    await updateDraft(q, draftId, { deletedAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'draft.deleted',
      subject: `draft/${draftId}`,
      payload: { draftId, entryId: draft.entryId, actorId: by.actorId },
      leaf: { reason },
    })
    await touchEntry(q, draft.entryId)
  })
  deps.collab.reauthorise({ draftId })
  deps.live.publish([{ topic: `draft/${draftId}`, type: 'draft.deleted', id: draftId }])
}
