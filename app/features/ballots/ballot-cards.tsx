import { Time } from '#app/components/time.tsx'
import { BallotState } from '#app/features/ballots/ballot-state.tsx'
import { kinds } from '#domain/entries/kinds.ts'
import type { BallotCard } from '#server/views/ballots-list.ts'

/** A list of ballots with what each asks of the reader. */
export function BallotCards({ ballots }: { ballots: readonly BallotCard[] }) {
  return (
    <ul className="list-plain ballot-list">
      {ballots.map((ballot) => (
        <li key={ballot.id} className="card">
          <p className="eyebrow">
            {kinds[ballot.kind].label} · {ballot.title}
          </p>
          <h3 className="ballot-question">
            <a href={`/ballots/${ballot.id}`}>{ballot.question}</a>
          </h3>
          <p className="ballot-line">
            <BallotState state={ballot.state} result={ballot.result} label={ballot.label} />
            <span>
              {ballot.closedAt === null ? 'Closes ' : 'Closed '}
              <Time at={ballot.closedAt ?? ballot.closesAt} />
            </span>
            <span>
              {ballot.turnout} of {ballot.electorate} voted
            </span>
            {ballot.voted ? <span>Your ballot is in</span> : null}
            {ballot.askedAgain ? <strong>Changed under vote: you are asked again</strong> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
