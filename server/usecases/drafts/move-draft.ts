import { updateDraft } from '../../../db/queries/drafts.ts'
import { touchEntry } from '../../../db/queries/entries.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { DraftState, OwnMove } from '../../../domain/drafts/moves.ts'
import { afterMove, ownMoves, stateLabels } from '../../../domain/drafts/moves.ts'
import type { Deps } from '../../deps.ts'
import { AppError } from '../../errors.ts'
import { recordEvent } from '../../record/record-event.ts'
import { managedDraft } from './draft-for.ts'
import { refuseRehearsed } from './refuse-rehearsed.ts'

const eventOf: Record<OwnMove, string> = {
  submit: 'draft.submitted',
  'take-back': 'draft.taken-back',
  withdraw: 'draft.withdrawn',
  archive: 'draft.archived',
}

/**
 * Moves a draft by hand: submit it for review, take it back to writing, withdraw or archive it
 * (drafts SPEC [D2], [D3]).
 *
 * @throws AppError `bad-input` (move), `conflict` when its state does not allow the move, and as `managedDraft`.
 */
export async function moveDraft(
  deps: Deps,
  viewer: Viewer | null,
  { draftId, move }: { draftId: string; move: string },
): Promise<{ state: DraftState }> {
  if (!isOwnMove(move)) throw new AppError('bad-input', `Choose one of ${ownMoves.join(', ')}.`, 'move')
  const type = eventOf[move]
  const state = await deps.store.tx(async (q) => {
    const found = await managedDraft(q, viewer, 'draft.move', draftId)
    await refuseRehearsed(q, draftId, 'goes no further')
    const from = found.draft.state
    const to = afterMove(from, move)
    if (to === null) throw new AppError('conflict', whyNot(from), 'move')
    await updateDraft(q, draftId, { state: to, updatedAt: deps.now() })
    await recordEvent(deps, q, {
      type,
      subject: `draft/${draftId}`,
      payload: { draftId, entryId: found.draft.entryId, actorId: found.viewer.actorId, from, to },
    })
    await touchEntry(q, found.draft.entryId)
    return to
  })
  deps.collab.reauthorise({ draftId })
  deps.live.publish([{ topic: `draft/${draftId}`, type, id: draftId }])
  return { state }
}

function isOwnMove(move: string): move is OwnMove {
  return ownMoves.some((own) => own === move)
}

function whyNot(state: DraftState): string {
  if (state === 'ballot-open') return 'A ballot about this draft is open. It has to close first.'
  if (state === 'published') return 'This draft was published. Propose a revision of the entry instead.'
  return `The draft is in the state “${stateLabels[state]}” and cannot be moved this way. Reload to see what is possible.`
}
