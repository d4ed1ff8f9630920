import { Day } from '#app/components/day.tsx'
import { Time } from '#app/components/time.tsx'
import { HeldAfter } from '#app/features/signals/held-after.tsx'
import { ReportStateMark, SignalStateMark } from '#app/features/signals/signal-state.tsx'
import { isOpenReport } from '#domain/signals/machine.ts'
import type { SignalView } from '#server/views/signal-of.ts'
import type { ReportView } from '#server/views/signal-reports.ts'

/** Under the words of a signal: where it stands, where that is argued and decided, and how to report that it landed. */
export function SignalStatus({ signal: { current, reports }, slug }: { signal: SignalView; slug: string }) {
  const own = reports.find((report) => report.current && report.state !== 'withdrawn')
  const earlier = reports.filter(({ current, state }) => !current && state !== 'not-landed' && state !== 'withdrawn')
  if (!current && earlier.length === 0) return null
  return (
    <div className="signal-status">
      {current ? (
        <p className="ui">
          <SignalStateMark state={current.state} /> <Since current={current} report={own} />{' '}
          <a href={`/signals/${slug}`}>
            {isOpenReport(current.state) || current.state === 'landed' ? 'See the report' : 'Report that it landed'}
          </a>
        </p>
      ) : null}
      {own && current?.state === 'landed' ? <HeldAfter report={own} /> : null}
      {earlier.map((report) => (
        <div key={report.id}>
          <p className="ui">
            The signal as version {report.version} worded it: <ReportStateMark state={report.state} />{' '}
            <a href={`/signals/${slug}#report-${report.id}`}>See the report</a>
          </p>
          {report.state === 'landed' ? <HeldAfter report={report} /> : null}
        </div>
      ))}
    </div>
  )
}

function Since({ current, report }: { current: NonNullable<SignalView['current']>; report: ReportView | undefined }) {
  if (report && isOpenReport(current.state)) {
    const open = report.ballots.find(({ state }) => state === 'open')
    const { living } = report
    return (
      <>
        reported by {report.by} with {living} {living === 1 ? 'source' : 'sources'}; argued in{' '}
        <a href={`/threads/${report.hearing.id}`}>its hearing</a>
        {open ? (
          <>
            ; <a href={`/ballots/${open.id}`}>the ballot</a> is open until <Time at={open.closesAt} />
          </>
        ) : null}
        .
      </>
    )
  }
  const ballot = report?.ballots.find(({ result }) => result !== null)
  if (ballot && (current.state === 'landed' || current.state === 'not-landed')) {
    return (
      <>
        by decision of <a href={`/ballots/${ballot.id}`}>a ballot</a>.
      </>
    )
  }
  if (current.state === 'expired')
    return <>It could have landed until {current.bound ? <Day at={current.bound - 1} /> : 'then'}.</>
  return (
    <>
      since version {current.version}; its review is set for <Day at={current.reviewAt} />.
    </>
  )
}
