import type { DraftRow } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { AppError } from '../../errors.ts'
import { readableDraft } from './draft-for.ts'

/**
 * A draft the viewer may write.
 *
 * @throws AppError `signed-out`, `not-found`, `gone`, `not-allowed`.
 */
export async function writableDraft(
  q: Q,
  viewer: Viewer | null,
  id: string,
): Promise<{ draft: DraftRow; viewer: Viewer }> {
  const { draft, thing } = await readableDraft(q, viewer, id)
  if (!viewer) throw new AppError('signed-out', 'Sign in to write.')
  if (thing.deleted) throw new AppError('gone', 'This draft was deleted.')
  if (!can(viewer, 'draft.write', thing)) {
    throw new AppError('not-allowed', 'You may read this draft, but not write in it as it stands.')
  }
  return { draft, viewer }
}
