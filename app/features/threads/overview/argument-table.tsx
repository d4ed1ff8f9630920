import { Time } from '#app/components/time.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { TypeMark } from '#app/features/threads/marks.tsx'
import { reactionWords } from '#app/features/threads/overview/line-marks.tsx'
import type { TableRow, TableSort, TableView } from '#server/views/overview-table.ts'

const sorts: readonly { id: TableSort; label: string }[] = [
  { id: 'kind', label: 'By kind' },
  { id: 'oldest', label: 'Oldest first' },
  { id: 'newest', label: 'Newest first' },
  { id: 'answers', label: 'Most answers' },
  { id: 'minds', label: 'Most minds changed' },
]

/** Every contribution of an argument as a row. */
export function ArgumentTable({ threadId, table }: { threadId: string; table: TableView }) {
  const { rows, total, sort } = table
  return (
    <>
      <nav className="thread-orders no-print" aria-label="Order of the table">
        {sorts.map(({ id, label }) => (
          <a
            key={id}
            href={`/threads/${threadId}/overview?view=table${id === 'kind' ? '' : `&sort=${id}`}`}
            aria-current={id === sort ? 'true' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <p className="ui muted">
        {rows.length < total ? `${rows.length} of ${total} contributions; the CSV has all. ` : null}
        How others reacted stands where you have reacted yourself, or the thread is resolved.
      </p>
      <table className="table cards-on-phone">
        <caption className="visually-hidden">Contributions of this thread</caption>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Author</th>
            <th scope="col">Words</th>
            <th scope="col" className="number">
              Answers
            </th>
            <th scope="col">Reactions</th>
            <th scope="col" className="number">
              Minds changed
            </th>
            <th scope="col">Posted</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} threadId={threadId} row={row} />
          ))}
        </tbody>
      </table>
      <Pager what="the table" page={table} />
    </>
  )
}

function Row({ threadId, row }: { threadId: string; row: TableRow }) {
  return (
    <tr>
      <td>
        <TypeMark type={row.type} />
        {row.isAnswer ? <span className="muted">, an answer</span> : null}
      </td>
      <td>{row.author}</td>
      <th scope="row">
        <a href={`/threads/${threadId}?at=${row.id}#c-${row.id}`}>{row.text}</a>
        {row.sources > 0 ? (
          <span className="muted"> {row.sources === 1 ? '1 source' : `${row.sources} sources`}</span>
        ) : null}
        {row.crux ? <span className="crux-mark">Crux</span> : null}
      </th>
      <td className="number">
        <span className="cell-label">Answers: </span>
        {row.answers}
      </td>
      <td>
        <span className="cell-label">Reactions: </span>
        {reactionWords(row.reactions) || '–'}
      </td>
      <td className="number">
        <span className="cell-label">Minds changed: </span>
        {row.minds}
      </td>
      <td>
        <Time at={row.createdAt} only="date" />
      </td>
    </tr>
  )
}
