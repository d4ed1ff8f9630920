import { updateDraft } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { isOpenDraft } from '../../../domain/access/draft-rights.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { afterMove } from '../../../domain/drafts/moves.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { managedDraft } from './draft-for.ts'
import { draftAgainst } from './two-drafts.ts'

/**
 * Closes a draft as merged into another one of its entry (forks SPEC [K12]). Its text stays as it is; what was taken
 * over stands in the other one already.
 *
 * @throws AppError `conflict` when its state or that of the other one does not allow it, `bad-input` for a draft of
 * another entry, and as `managedDraft`.
 */
export async function closeAsMerged(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, into }: { draftId: string; into: string },
): Promise<void> {
  await deps.store.tx(async (q) => {
    const { draft, viewer: by } = await managedDraft(q, viewer, 'draft.move', draftId)
    const target = await draftAgainst(q, by, draft, into)
    if (target.thing.deleted || !isOpenDraft(target.thing)) {
      throw new AppError('conflict', 'The other draft is not being worked on any more.')
    }
    const to = afterMove(draft.state, 'merge')
    if (to === null) {
      throw new AppError(
        'conflict',
        draft.state === 'ballot-open'
          ? 'A ballot about this draft is open. It has to close first.'
          : 'This draft cannot be closed as merged as it stands. Take it back to writing first.',
      )
    }
    await updateDraft(q, draftId, { state: to, updatedAt: deps.now() })
    await recordEvent(deps, q, {
      type: 'draft.merged',
      subject: `draft/${draftId}`,
      payload: { draftId, entryId: draft.entryId, actorId: by.actorId, from: draft.state, into },
    })
    await touchEntry(q, draft.entryId)
  })
  deps.collab.reauthorise({ draftId })
  deps.live.publish([draftId, into].map((id) => ({ topic: `draft/${id}`, type: 'draft.merged', id: draftId })))
}
