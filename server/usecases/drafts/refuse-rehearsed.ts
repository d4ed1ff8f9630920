import { isRehearsed } from '../../../db/queries/rehearsals.ts'
import type { Q } from '../../../db/store.ts'
import { AppError } from '../../errors.ts'

/**
 * Refuses what would carry the throw-away copy of a rehearsal out of it: a ballot, a fork, a step towards publication
 * (workshops SPEC [E5]).
 *
 * @param what as in `is put to no ballot`.
 * @throws AppError `conflict`.
 */
export async function refuseRehearsed(q: Q, draftId: string, what: string): Promise<void> {
  if (!(await isRehearsed(q, draftId))) return
  throw new AppError('conflict', `This is the throw-away copy of a rehearsal: it ${what}.`)
}
