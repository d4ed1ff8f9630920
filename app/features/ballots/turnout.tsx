import type { BallotPage } from '#server/views/ballot-page.ts'

/** How many have voted, against the electorate and the quorum; public at all times. */
export function Turnout({ page: { turnout, toAsk, electorate, quorum, quorumNext } }: { page: BallotPage }) {
  const reached = turnout >= quorum
  return (
    <div className="turnout">
      <p className="turnout-words" aria-live="polite">
        <strong>
          {turnout} of {electorate.count}
        </strong>{' '}
        voted · quorum of {quorum} {reached ? 'reached' : 'not reached yet'}
      </p>
      <svg className="turnout-bar" width="100%" height="20" role="presentation" aria-hidden="true">
        <rect className="track" x="0" y="4" width="100%" height="12" />
        <rect className="fill" x="0" y="4" width={percent(turnout, electorate.count)} height="12" />
        <line
          className="tick"
          x1={percent(quorum, electorate.count)}
          x2={percent(quorum, electorate.count)}
          y1="0"
          y2="20"
        />
      </svg>
      {toAsk > 0 ? (
        <p className="notice">
          The text was changed under vote.{' '}
          {toAsk === 1
            ? '1 vote does not count now; its voter is asked again.'
            : `${toAsk} votes do not count now; their voters are asked again.`}
        </p>
      ) : null}
      {quorumNext ? (
        <p className="notice notice-warn">
          The next paper reaches the quorum. Whatever it says, from then on the votes decide, and that can be a
          rejection.
        </p>
      ) : null}
    </div>
  )
}

/** A length along a bar that stands for everybody. */
export function percent(part: number, all: number): string {
  return `${all === 0 ? 0 : Math.min(100, (part / all) * 100)}%`
}
