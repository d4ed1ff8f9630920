import { findRestatement } from '../../../db/queries/restatements.ts'
import type { Q } from '../../../db/store.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Restated } from '../../../domain/threads/restatements.ts'
import { AppError } from '../../errors.ts'
import { loadContribution } from './thread-access.ts'

/**
 * A restatement in a thread the viewer may read, with that thread.
 *
 * @throws AppError `gone` when it is deleted, `not-found`.
 */
export async function loadRestatement(q: Q, viewer: Viewer, contributionId: string) {
  const loaded = await loadContribution(q, viewer, contributionId)
  const { contribution } = loaded
  const found = await findRestatement(q, contribution.id)
  if (!found) throw new AppError('not-found', 'This contribution restates nothing.')
  if (contribution.deletedAt !== null) throw new AppError('gone', 'This restatement was deleted.')
  const restated: Restated = { authorId: contribution.authorId, side: found.side, of: found.of }
  return { ...loaded, restated }
}
