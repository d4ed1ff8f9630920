import type { Viewer } from '../../domain/access/viewer.ts'
import { AppError } from '../errors.ts'

/** The refusal for a draft that is not there for this viewer; the same whether or not it exists. */
export function noDraft(viewer: Viewer | null): AppError {
  return viewer
    ? new AppError('not-found', 'There is no such draft, or it is not open to you.')
    : new AppError('signed-out', 'Sign in to see drafts that are not public.')
}
