import { Day } from '#app/components/day.tsx'
import { Time } from '#app/components/time.tsx'
import { QueueSection } from '#app/features/moderation/queue-section.tsx'
import { lineStateWords } from '#domain/signals/ledger.ts'
import type { ModerationQueue } from '#server/views/moderation-queue.ts'

/** Reports that wait for a ballot, and signals that are due for review. */
export function SignalQueues({ reports, due }: Pick<ModerationQueue, 'reports' | 'due'>) {
  return (
    <>
      <QueueSection
        id="reports"
        title="Signals reported, without a ballot"
        count={reports.length}
        empty="No report waits for a ballot."
        action={{ href: '/signals', words: 'See the ledger' }}
      >
        {reports.map(({ id, slug, title, state, at }) => (
          <li key={id} className="queue-item">
            <a href={`/signals/${slug}#report-${id}`}>{title}</a>
            <p className="muted">
              {lineStateWords[state].label.toLowerCase()} since <Time at={at} />
            </p>
          </li>
        ))}
      </QueueSection>
      <QueueSection
        id="due"
        title="Signals due for review"
        count={due.length}
        empty="No signal is due for review."
        action={{ href: '/signals', words: 'See the ledger' }}
      >
        {due.map(({ id, slug, title, at }) => (
          <li key={id} className="queue-item">
            <a href={`/signals/${slug}#review`}>{title}</a>
            <p className="muted">
              due since <Day at={at} />
            </p>
          </li>
        ))}
      </QueueSection>
    </>
  )
}
