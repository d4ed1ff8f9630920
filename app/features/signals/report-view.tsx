import { Time } from '#app/components/time.tsx'
import { BallotState } from '#app/features/ballots/ballot-state.tsx'
import { HeldAfter } from '#app/features/signals/held-after.tsx'
import { ReportSources } from '#app/features/signals/report-sources.tsx'
import { ReportStateMark } from '#app/features/signals/signal-state.tsx'
import { resultLabel } from '#domain/ballots/outcome-words.ts'
import type { ReportView as Report } from '#server/views/signal-reports.ts'

/** One report: its sources, its hearing, its ballots, and what members answered. */
export function ReportView({ report }: { report: Report }) {
  const { id, by, reportedAt, decidedAt, state, hearing, current, version, words } = report
  return (
    <article className="report" id={`report-${id}`} aria-label={`Report by ${by}`}>
      <p className="report-line">
        <ReportStateMark state={state} /> Reported by {by}, <Time at={reportedAt} only="date" />
        {decidedAt === null ? null : (
          <>
            ; {state === 'withdrawn' ? 'ended' : 'decided'} <Time at={decidedAt} only="date" />
          </>
        )}
      </p>
      {current ? null : (
        <>
          <p className="ui muted">About the words of version {version}, which were replaced since:</p>
          <blockquote className="signal-words">{words}</blockquote>
        </>
      )}
      <ReportSources report={report} />
      <p className="ui">
        Argued in <a href={`/threads/${hearing.id}`}>{hearing.title}</a>
      </p>
      {state === 'withdrawn' ? <p className="ui muted">It ended when its last source was deleted.</p> : null}
      {state === 'withdrawn' && report.ballots.length === 0 ? null : <ReportBallots report={report} />}
      {state === 'landed' ? <HeldAfter report={report} /> : null}
    </article>
  )
}

/** The ballots about a report, each with where it stands. */
export function ReportBallots({ report: { ballots } }: { report: Report }) {
  if (ballots.length === 0) return <p className="ui muted">No ballot has been opened yet. Only a ballot decides.</p>
  return (
    <ul className="list-plain ui">
      {ballots.map(({ id, state, closesAt, closedAt, result }) => (
        <li key={id}>
          <a href={`/ballots/${id}`}>Ballot</a>{' '}
          <BallotState state={state} result={result} label={result && resultLabel(result, 'report')} />{' '}
          {closedAt === null ? 'closes ' : 'closed '}
          <Time at={closedAt ?? closesAt} />
        </li>
      ))}
    </ul>
  )
}
