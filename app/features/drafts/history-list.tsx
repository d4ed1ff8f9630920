import { Time } from '#app/components/time.tsx'
import type { HistoryLine } from '#server/views/draft-history.ts'

const eventWords: Record<string, string> = {
  'draft.created': 'began the draft',
  'draft.submitted': 'submitted it for review',
  'draft.taken-back': 'took it back to writing',
  'draft.withdrawn': 'withdrew it',
  'draft.archived': 'archived it',
  'draft.deleted': 'deleted it',
  'draft.writing-changed': 'changed who may write',
  'draft.member-set': 'gave somebody a role',
  'draft.member-removed': 'took a role away',
  'draft.promoted': 'was promoted by its ballot',
  'draft.returned': 'was returned by its ballot',
}

/** Writing sessions and acts, one line each. */
export function HistoryList({ lines }: { lines: HistoryLine[] }) {
  if (lines.length === 0) return <p className="muted">Nothing has happened yet.</p>
  return (
    <ol className="list-plain history">
      {lines.map((line) =>
        line.type === 'session' ? (
          <li key={`${line.actorId}-${line.from}`}>
            <span>
              <strong>{line.name}</strong> wrote · {line.changes === 1 ? '1 change' : `${line.changes} changes`}
            </span>
            <span className="history-when">
              <Time at={line.to} />
              {spell(line.to - line.from)}
            </span>
          </li>
        ) : (
          <li key={`event-${line.seq}`} className="history-event">
            <span>
              {line.name ? <strong>{line.name} </strong> : null}
              {eventWords[line.event] ?? line.event}
            </span>
            <span className="history-when">
              <Time at={line.at} /> · <a href={`/record?after=${line.seq - 1}`}>event {line.seq}</a>
            </span>
          </li>
        ),
      )}
    </ol>
  )
}

/** How long a session lasted, in words; nothing under a minute. */
function spell(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return ''
  return minutes === 1 ? ', over 1 minute' : `, over ${minutes} minutes`
}
