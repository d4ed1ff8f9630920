import type { DraftRow } from '../../db/queries/drafts.ts'
import type { Moment } from '../../domain/history/moment.ts'
import { AppError } from '../errors.ts'

/**
 * A moment of the draft's present generation.
 *
 * @throws AppError `not-found` for what is no moment, `gone` for one that was removed.
 */
export function knownMoment(draft: DraftRow, moment: Moment | null): Moment {
  if (!moment || moment.generation > draft.generation) {
    throw new AppError('not-found', 'This draft has no such moment.')
  }
  if (moment.generation < draft.generation) {
    throw new AppError('gone', 'What this draft said then was removed.')
  }
  return moment
}
