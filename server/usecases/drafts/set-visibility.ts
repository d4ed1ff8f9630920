import { updateDraft } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import { indexDraftThreads } from '../../../db/queries/search-texts.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { visibilities } from '../../../domain/drafts/visibility.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { refuseWithheld } from '../moderation/refuse-withheld.ts'
import { managedDraft } from './draft-for.ts'

/**
 * Says who reads a draft (access SPEC [V8]).
 *
 * @throws AppError `bad-input` (visibility), `conflict` where a moderator hid it, and as `managedDraft`.
 */
export async function setVisibility(
  deps: Deps,
  viewer: Viewer | null,
  input: { draftId: string; visibility: string },
): Promise<void> {
  const { draftId } = input
  const changed = await deps.store.tx(async (q) => {
    const { draft, viewer: by } = await managedDraft(q, viewer, 'draft.manage', draftId)
    const visibility = visibilities.find((one) => one === input.visibility)
    if (!visibility) throw new AppError('bad-input', `Choose one of ${visibilities.join(', ')}.`, 'visibility')
    await refuseWithheld(q, `draft/${draftId}`)
    if (draft.visibility === visibility) return null
    await updateDraft(q, draftId, { visibility })
    await recordEvent(deps, q, {
      type: 'draft.visibility-changed',
      subject: `draft/${draftId}`,
      payload: { draftId, entryId: draft.entryId, actorId: by.actorId },
      // Not in the public part: everybody would learn which drafts are to be known by their address alone.
      leaf: { visibility },
    })
    // What is argued about a public draft is searched by everybody.
    await indexDraftThreads(q, draftId)
    await touchEntry(q, draft.entryId)
    return draft.entryId
  })
  if (changed === null) return
  deps.collab.reauthorise({ draftId })
  deps.live.publish([
    { topic: `draft/${draftId}`, type: 'draft.visibility-changed', id: draftId },
    { topic: `entry/${changed}`, type: 'draft.visibility-changed', id: changed },
  ])
}
