import { ReportSources } from '#app/features/signals/report-sources.tsx'
import type { ReportView } from '#server/views/signal-reports.ts'

/** What a ballot about a report puts to its voters: the words of the signal, and what is said to have landed. */
export function QuestionReport({ report, slug }: { report: ReportView; slug: string }) {
  return (
    <section aria-labelledby="text" className="question-report">
      <h2 id="text">The signal, and what was reported</h2>
      <p className="why">
        The words are those that were published when it was reported, version {report.version}. They do not change while
        the ballot is open.
      </p>
      <blockquote className="signal-words">{report.words}</blockquote>
      <ReportSources report={report} />
      <p className="ui">
        Argued in <a href={`/threads/${report.hearing.id}`}>{report.hearing.title}</a> ·{' '}
        <a href={`/signals/${slug}`}>All of this signal</a>
      </p>
    </section>
  )
}
