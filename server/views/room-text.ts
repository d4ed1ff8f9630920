import { findDraftFor } from '../../db/queries/drafts.ts'
import { listWorkshopDrafts } from '../../db/queries/workshops.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'
import { readDraftOrNull } from '../read-draft.ts'
import { loadOwnRoom } from '../usecases/workshops/room-access.ts'
import type { ShownContent } from './entry-content.ts'
import { shownContent } from './entry-content.ts'
import { ownTable } from './room-tables.ts'

export interface RoomText {
  /** Drafts of the workshop that the viewer may read. */
  drafts: { id: string; title: string }[]
  /** The one that is shown; null where there is none. */
  draft: { id: string; title: string } | null
  /** What it says now; null where it cannot be loaded. */
  shown: ShownContent | null
}

/**
 * A draft of a workshop as it stands, to be read by somebody in the room.
 *
 * @param draftId which of its drafts; the first for null, and for one that is not there any more.
 * @throws AppError `not-allowed` for who is not in the room, `not-found`.
 */
export async function roomText(
  deps: Deps,
  viewer: Viewer,
  { workshopId, draftId }: { workshopId: string; draftId: string | null },
): Promise<RoomText> {
  const q = deps.store.read
  const { workshop, person } = await loadOwnRoom(q, viewer, workshopId)
  const table = await ownTable(q, workshop, person)
  const drafts: RoomText['drafts'] = []
  for (const [i, linked] of (await listWorkshopDrafts(q, workshopId)).entries()) {
    // A table works on its own version of the first.
    const id = table && i === 0 ? table.draftId : linked.id
    const found = await findDraftFor(q, id, viewer.actorId)
    if (found && can(viewer, 'draft.read', found.thing)) drafts.push({ id, title: found.draft.title })
  }
  const draft = drafts.find(({ id }) => id === draftId) ?? drafts[0] ?? null
  if (draft === null) return { drafts, draft, shown: null }
  const reading = await readDraftOrNull(deps, draft.id)
  return { drafts, draft, shown: reading && (await shownContent(deps, reading.content)) }
}
