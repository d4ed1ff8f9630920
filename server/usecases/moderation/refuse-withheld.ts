import { isWithheld } from '../../../db/queries/withheld.ts'
import type { Q } from '../../../db/store.ts'
import { AppError } from '../../errors.ts'

/**
 * Refuses to change or take up what is hidden, or waits for a moderator ([Y9]).
 *
 * @param thing as in `contribution/<id>`.
 * @throws AppError `conflict`.
 */
export async function refuseWithheld(q: Q, thing: string): Promise<void> {
  if (!(await isWithheld(q, thing))) return
  throw new AppError(
    'conflict',
    'This is hidden, or waits for a moderator. It can be changed or taken up once it is shown.',
  )
}
