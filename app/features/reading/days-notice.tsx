import { Day } from '#app/components/day.tsx'
import type { EntryFrame } from '#server/views/entry-frame.ts'

/** Says that the review of a version is overdue, or that it has expired; nothing while neither is. */
export function DaysNotice({ days, n }: { days: EntryFrame['days']; n: number }) {
  const { reviewAt, due, expiresAt, expired, affirm } = days
  if (!due && !expired) return null
  return (
    <div className={expired ? 'notice notice-bad' : 'notice notice-warn'} role="note">
      <p>
        {expired && expiresAt !== null ? (
          <>
            <strong>
              Version {n} expired on <Day at={expiresAt} />.
            </strong>{' '}
            Nobody has said since that it still stands; do not rely on it.
          </>
        ) : reviewAt === null ? null : (
          <>
            Review was due on <Day at={reviewAt} />; nobody has said since that version {n} still stands.
          </>
        )}{' '}
        {affirm ? <a href={affirm}>Review it now</a> : null}
      </p>
    </div>
  )
}
