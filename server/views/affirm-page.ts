import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { authorIds } from '../../domain/publishing/authors.ts'
import { inAYear, isPast } from '../../domain/publishing/shelf-life.ts'
import type { Deps } from '../deps.ts'
import { AppError } from '../errors.ts'
import { inAtlas } from '../usecases/versions/moderated-entry.ts'

/**
 * What is asked of who says that the current version still stands.
 *
 * @param place as in `strategies/pause`.
 * @throws AppError `signed-out`, `not-allowed`, `not-found`, `gone`.
 */
export async function affirmPage(deps: Deps, viewer: Viewer | null, place: string) {
  if (!viewer) throw new AppError('signed-out', 'Sign in to review a version.')
  const { version, snapshot } = await inAtlas(deps.store.read, place)
  if (!can(viewer, 'version.affirm', { authorIds: authorIds(version.authors) })) {
    throw new AppError('not-allowed', 'An author of the version or a moderator says that it still stands.')
  }
  const { n, reviewAt, expiresAt } = version
  const now = deps.now()
  return {
    ...{ title: snapshot.content.title, place, path: `/${place}`, n, reviewAt, expiresAt },
    due: isPast(reviewAt, now),
    expired: isPast(expiresAt, now),
    review: inAYear(now),
  }
}
