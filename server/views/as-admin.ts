import { can } from '../../domain/access/policy.ts'
import type { Viewer } from '../../domain/access/viewer.ts'
import { AppError } from '../errors.ts'

/** Who looks at a page for admins. @throws AppError `signed-out`, `not-allowed`. */
export function asAdmin(viewer: Viewer | null): Viewer {
  if (!viewer) throw new AppError('signed-out', 'Sign in to see this.')
  if (!can(viewer, 'admin.read', null)) throw new AppError('not-allowed', 'Only administrators see this page.')
  return viewer
}
