import { Day } from '#app/components/day.tsx'
import type { SignalLine } from '#server/views/signals-page.ts'

/** What is known of a signal beyond its words: its report, its ballot, who held, and its next review. */
export function LineReport({ line: { slug, title, state, report, due, reviewAt } }: { line: SignalLine }) {
  if (reviewAt === null) return null
  const reviews = state === 'armed' || state === 'not-landed' || state === 'expired'
  return (
    <p className="ui signal-report-line">
      {report ? (
        <>
          Reported by {report.by}, {report.sources} {report.sources === 1 ? 'source' : 'sources'}
          {report.ballot ? (
            <>
              ,{' '}
              <a href={`/ballots/${report.ballot.id}`}>
                {report.ballot.open ? 'ballot open' : 'ballot'}
                <span className="visually-hidden"> about {title}</span>
              </a>
            </>
          ) : null}
          .{' '}
        </>
      ) : null}
      {state === 'landed' && report ? (
        <strong>
          Held after the signal landed: {report.held.held} of {report.held.asked}.{' '}
        </strong>
      ) : null}
      {reviews && due ? (
        <span className="state state-warn">
          <span aria-hidden="true">◷</span> Due for review
        </span>
      ) : null}{' '}
      {reviews && !due ? (
        <span className="muted">
          Next review <Day at={reviewAt} />.{' '}
        </span>
      ) : null}
      <a href={`/signals/${slug}`}>
        {report ? 'See the report' : 'Report that it landed'}
        <span className="visually-hidden">: {title}</span>
      </a>
    </p>
  )
}
