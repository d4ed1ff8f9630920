import { Time } from '#app/components/time.tsx'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** Says that the last call has begun and what it asks for; nothing before. */
export function LastCallBanner({ page: { state, lastCall, closesAt } }: { page: BallotPage }) {
  if (state !== 'open' || !lastCall?.running) return null
  return (
    <p className="notice notice-warn" role="status">
      <strong>
        Last call until <Time at={closesAt} />.
      </strong>{' '}
      Vote, change your vote, or raise an objection before then.
      {lastCall.restartsLeft > 0
        ? ` A new objection that everybody can see begins the last call anew, ${times(lastCall.restartsLeft)} more.`
        : lastCall.restarts
          ? ' It began anew as often as it can: from now on a new objection counts and moves nothing.'
          : ''}
    </p>
  )
}

function times(n: number): string {
  return n === 1 ? 'once' : `${n} times`
}
