import { PlainText } from '#app/features/threads/plain-text.tsx'
import { safeUrl } from '#domain/prose/safe-url.ts'
import { dayInWords } from '#domain/text/day.ts'
import type { ReportView } from '#server/views/signal-reports.ts'

/** What a report rests on, oldest first; of very many the first. */
export function ReportSources({ report: { sources, moreSources, hearing } }: { report: ReportView }) {
  return (
    <>
      <ol className="report-sources">
        {sources.map((source) => (
          <li key={source.id}>
            {source.url === '' ? (
              <p className="muted">A source was here; its words were deleted from the hearing.</p>
            ) : (
              <>
                <p>
                  <SourceLink url={source.url} title={source.title} />, {source.publisher},{' '}
                  <time dateTime={source.date}>{dayInWords(source.date)}</time>
                </p>
                <PlainText text={source.shows} />
                <p className="ui muted">
                  added by {source.by} ·{' '}
                  <a href={`/threads/${hearing.id}?at=${source.id}#c-${source.id}`}>in the hearing</a>
                </p>
              </>
            )}
          </li>
        ))}
      </ol>
      {moreSources > 0 ? (
        <p className="ui">
          <a href={`/threads/${hearing.id}`}>{moreSources} more in the hearing</a>
        </p>
      ) : null}
    </>
  )
}

function SourceLink({ url, title }: { url: string; title: string }) {
  const safe = safeUrl(url)
  return safe ? (
    <a href={safe} rel="noopener noreferrer nofollow ugc">
      {title}
    </a>
  ) : (
    <span>{title}</span>
  )
}
