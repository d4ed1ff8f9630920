import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'

export const meta: MetaFunction = () => [{ title: 'Moderation log · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const before = Number(new URL(request.url).searchParams.get('before'))
  return json(await context.services.moderationLog(Number.isSafeInteger(before) && before > 0 ? before : null))
}

export default function ModerationLogRoute() {
  const { lines, next } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <header className="page-head">
        <h1>Moderation log</h1>
        <p className="why">
          Everything that moderators decided, the latest first: which act, on what sort of thing, for which reason, and
          what became of an appeal. It names nobody and repeats no words. Each line has its number in{' '}
          <a href="/record">the record</a>.
        </p>
        <p className="ui">
          As a file: <a href="/moderation/log.csv">CSV</a> · <a href="/moderation/log.json">JSON</a>
        </p>
      </header>
      {lines.length === 0 ? (
        <p className="muted">
          No moderator has decided anything yet. <a href="/help/how-decisions-are-made">How decisions are made</a>
        </p>
      ) : (
        <table className="table table-cards">
          <caption className="visually-hidden">Decisions</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Act</th>
              <th scope="col">What</th>
              <th scope="col">Reason</th>
              <th scope="col">Appeal</th>
              <th scope="col">Number</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ seq, at, act, thing, reason, appeal }) => (
              <tr key={seq}>
                <td data-label="When">
                  <Time at={at} />
                </td>
                <td data-label="Act">{act}</td>
                <td data-label="What">{thing}</td>
                <td data-label="Reason">{reason}</td>
                <td data-label="Appeal">{appeal}</td>
                <td data-label="Number">
                  <a href={`/record?after=${seq - 1}`}>{seq}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next === null ? null : (
        <p>
          <a href={`/moderation/log?before=${next}`}>Earlier</a>
        </p>
      )}
    </div>
  )
}
