import { memberPositionWords } from '#domain/signals/positions.ts'
import type { ReportView } from '#server/views/signal-reports.ts'

/** How many of those who were asked still held the strategy after its signal had landed, and who has not answered. */
export function HeldAfter({ report: { held, calls } }: { report: ReportView }) {
  if (held.asked === 0) {
    return <p>No member held the strategy when its signal landed, so nobody is asked.</p>
  }
  const open = calls.filter(({ act }) => act === null)
  return (
    <>
      <p>
        <strong>
          Held after the signal landed: {held.held} of {held.asked}.
        </strong>{' '}
        {open.length === 0
          ? 'Everybody who was asked has answered.'
          : `Not answered yet: ${open.map(({ name }) => name).join(', ')}.`}
      </p>
      <ul className="list-plain held-answers">
        {calls
          .filter(({ act }) => act !== null)
          .map(({ actorId, name, act, position, reason }) => (
            <li key={actorId}>
              <strong>{name}</strong> {act === null ? '' : actWords[act]}
              {position && act !== 'reaffirmed' ? ` (${memberPositionWords[position].label.toLowerCase()})` : ''}
              {reason ? `: ${reason}` : '.'}
            </li>
          ))}
      </ul>
    </>
  )
}

const actWords = {
  taken: 'took a position',
  changed: 'revised their position',
  reaffirmed: 're-affirmed it',
  withdrawn: 'withdrew it',
} as const
