import type { Deps } from '../deps.ts'
import { beginLastCall } from './begin-last-call.ts'
import { closeDueBallot } from './close-due-ballots.ts'
import { compactDocuments } from './compact-documents.ts'
import { copyData, endCopy } from './copy-data.ts'
import { endSuspension } from './end-suspension.ts'
import { expireSignal } from './expire-signal.ts'
import { forgetGuests } from './forget-guests.ts'
import { lockPhase } from './lock-phase.ts'
import { openPlannedBallot } from './open-planned-ballot.ts'
import { publishPlanned } from './publish-planned.ts'
import { recountBallots } from './recount-ballots.ts'
import { clearRehearsed, rehearse } from './rehearse.ts'
import { remindReview } from './remind-review.ts'
import { remindVoters } from './remind-voters.ts'
import { sendDigests } from './send-digests.ts'
import { sendMail } from './send-mail.ts'
import { tendReviews } from './tend-reviews.ts'
import { expireVersion, reviewVersion } from './version-days.ts'

/**
 * What each kind of job does. A job runs at least once: its work must do nothing the second time.
 *
 * @throws any error to be tried again later.
 */
export const jobKinds: Record<string, (deps: Deps, payload: Record<string, unknown>) => Promise<void>> = {
  'begin-last-call': beginLastCall,
  'clear-rehearsal': clearRehearsed,
  'close-ballot': closeDueBallot,
  'compact-documents': compactDocuments,
  'copy-data': copyData,
  'end-copy': endCopy,
  'end-suspension': endSuspension,
  'expire-signal': expireSignal,
  'forget-guests': forgetGuests,
  'lock-phase': lockPhase,
  'open-ballot': openPlannedBallot,
  'publish-planned': publishPlanned,
  'recount-ballots': recountBallots,
  'version-expiry': expireVersion,
  'version-review': reviewVersion,
  rehearse,
  'remind-review': remindReview,
  'remind-voters': remindVoters,
  'send-digests': sendDigests,
  'send-mail': sendMail,
  'tend-reviews': tendReviews,
}
