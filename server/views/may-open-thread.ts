import { findDraftFor } from '../../db/queries/drafts.ts'
import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import type { Deps } from '../deps.ts'

/** May this viewer open a thread on the draft; with null, on a published entry? */
export async function mayOpenThread(deps: Deps, viewer: Viewer | null, draftId: string | null): Promise<boolean> {
  if (draftId === null) return can(viewer, 'thread.open', null)
  const found = await findDraftFor(deps.store.read, draftId, viewer?.actorId ?? null)
  return found !== undefined && can(viewer, 'thread.open', found.thing)
}
