import { TypeMark } from '#app/features/threads/marks.tsx'
import type { CandidateView } from '#server/views/candidates-of.ts'

/** The first reasons for and against a candidate, side by side; each leads to the contribution itself. */
export function CandidateReasons({ candidate: { reasons, n } }: { candidate: CandidateView }) {
  if (reasons.for.length + reasons.against.length + reasons.more === 0) return null
  return (
    <div className="candidate-reasons">
      {(['for', 'against'] as const).map((side) =>
        reasons[side].length === 0 ? null : (
          <ul key={side} className="list-plain" aria-label={`${side === 'for' ? 'For' : 'Against'} candidate ${n}`}>
            {reasons[side].map(({ id, author, text }) => (
              <li key={id}>
                <TypeMark type={side} /> <a href={`?at=${id}#c-${id}`}>{text}</a>{' '}
                <span className="muted">{author}</span>
              </li>
            ))}
          </ul>
        ),
      )}
      {reasons.more > 0 ? <p className="muted ui">{reasons.more} more in the argument below.</p> : null}
    </div>
  )
}
