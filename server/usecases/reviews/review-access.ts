import type { DraftRow } from '../../../db/queries/drafts.ts'
import type { Q } from '../../../db/store.ts'
import { can } from '../../../domain/access/policy.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { AppError } from '../../errors.ts'
import { presentRights } from '../accounts/present-rights.ts'
import { readableDraft } from '../drafts/draft-for.ts'

/** A draft that the viewer may review. @throws AppError `not-allowed`, `gone`, `not-found`, `signed-out`. */
export async function reviewable(q: Q, viewer: Viewer | null, id: string): Promise<{ draft: DraftRow; by: Viewer }> {
  if (!viewer) throw new AppError('signed-out', 'Sign in to review this draft.')
  const by = await presentRights(q, viewer)
  const { draft, thing } = await readableDraft(q, by, id)
  if (draft.deletedAt !== null) throw new AppError('gone', 'This draft was deleted.')
  if (!can(by, 'draft.review', thing)) {
    throw new AppError(
      'not-allowed',
      draft.ownerId === by.actorId
        ? 'This draft is yours. Others review it.'
        : 'A review needs a draft that is open, and an account that may comment on it.',
    )
  }
  return { draft, by }
}
