import { Time } from '#app/components/time.tsx'
import type { RecordEntry } from '#server/views/record-page.ts'

/** Events, newest first; on narrow screens each becomes a card. */
export function RecordTable({ events }: { events: RecordEntry[] }) {
  return (
    <table className="table record-table">
      <caption className="visually-hidden">Events, newest first</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">What happened</th>
          <th scope="col">About</th>
          <th scope="col">When</th>
          <th scope="col">Hash</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ seq, words, type, subject, at, hash, shortHash }) => (
          <tr key={seq} id={`event-${seq}`}>
            <td data-label="No.">{seq}</td>
            <td data-label="What happened">
              {words}{' '}
              <a className="record-type" href={`/record?type=${type}`}>
                {type}
              </a>
            </td>
            <td data-label="About">
              {subject.href ? <a href={subject.href}>{subject.label}</a> : subject.label}{' '}
              <a className="record-type" href={`/record?subject=${encodeURIComponent(subject.id)}`}>
                all events
                <span className="visually-hidden"> about {subject.label}</span>
              </a>
            </td>
            <td data-label="When">
              <Time at={at} />
            </td>
            <td data-label="Hash">
              <abbr className="code" title={hash}>
                {shortHash}
              </abbr>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
