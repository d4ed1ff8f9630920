import { updateDraft } from '../../../db/queries/drafts.ts'
import { listRehearsedDrafts } from '../../../db/queries/rehearsals.ts'
import type { WorkshopRow } from '../../../db/queries/workshops.ts'
import { updateWorkshop } from '../../../db/queries/workshops.ts'
import type { Deps } from '../../deps.ts'
import { recordEvent } from '../../record/record-event.ts'
import { announce } from './workshop-access.ts'

/**
 * Throws away the copies that a rehearsal worked on, and ends it where nobody did (workshops SPEC [E5]). Does nothing the
 * second time.
 */
export async function clearRehearsal(deps: Deps, workshop: WorkshopRow): Promise<void> {
  const { id, leadId, state } = workshop
  const cleared = await deps.store.tx(async (q) => {
    const now = deps.now()
    if (state !== 'ended') {
      const stopped = { phaseEndsAt: null, pausedLeft: null, locked: false, spotlight: null, broadcast: null }
      await updateWorkshop(q, id, { state: 'ended', endedAt: now, undo: null, ...stopped })
    }
    const copies = await listRehearsedDrafts(q, id)
    for (const draft of copies) {
      await updateDraft(q, draft.id, { deletedAt: now })
      await recordEvent(deps, q, {
        type: 'draft.deleted',
        subject: `draft/${draft.id}`,
        payload: { draftId: draft.id, entryId: draft.entryId, actorId: leadId },
        leaf: { reason: 'The rehearsal of a workshop is over.' },
      })
    }
    const count = copies.length
    if (count > 0) {
      await recordEvent(deps, q, {
        type: 'workshop.rehearsal-cleared',
        subject: `workshop/${id}`,
        payload: { drafts: count },
      })
    }
    return count
  })
  if (cleared > 0) await announce(deps, id, 'workshop.rehearsal-cleared')
}
