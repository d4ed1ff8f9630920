import type { DraftRow } from '../../../db/queries/drafts.ts'
import { findDraftFor } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import type { DraftThing } from '../../../domain/access/policy.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { AppError } from '../../errors.ts'

const mayManage = 'Only the owner of this draft or a moderator may do this.'

/**
 * A draft the viewer may read. A draft that is unknown, deleted or not for this viewer is refused alike, so that
 * the answer tells nothing.
 *
 * @throws AppError `signed-out`, `not-found`.
 */
export async function readableDraft(
  q: Q,
  viewer: Viewer | null,
  id: string,
): Promise<{ draft: DraftRow; thing: DraftThing }> {
  const found = await findDraftFor(q, id, viewer?.actorId ?? null)
  if (found && can(viewer, 'draft.read', found.thing)) return found
  if (!viewer) throw new AppError('signed-out', 'Sign in to see drafts.')
  throw new AppError('not-found', 'There is no such draft, or it is not open to you.')
}

/**
 * A draft the viewer may move, or whose people they may choose, read inside the transaction that changes it.
 *
 * @throws AppError `signed-out`, `not-found`, `not-allowed`.
 */
export async function managedDraft(
  q: Q,
  viewer: Viewer | null,
  action: 'draft.manage' | 'draft.move',
  id: string,
): Promise<{ draft: DraftRow; viewer: Viewer }> {
  const { draft, thing } = await readableDraft(q, viewer, id)
  if (!viewer) throw new AppError('signed-out', 'Sign in first.')
  if (draft.deletedAt !== null) throw new AppError('gone', 'This draft was deleted.')
  if (!can(viewer, action, thing)) throw new AppError('not-allowed', mayManage)
  return { draft, viewer }
}
