import type { Deps } from '../deps.ts'
import { closeDueBallot } from './close-due-ballots.ts'
import { expireSignal } from './expire-signal.ts'
import { remindReview } from './remind-review.ts'
import { remindVoters } from './remind-voters.ts'

/**
 * What each kind of job does. A job runs at least once: its work must do nothing the second time.
 *
 * @throws any error to be tried again later.
 */
export const jobKinds: Record<string, (deps: Deps, payload: Record<string, unknown>) => Promise<void>> = {
  'close-ballot': closeDueBallot,
  'expire-signal': expireSignal,
  'remind-review': remindReview,
  'remind-voters': remindVoters,
}
