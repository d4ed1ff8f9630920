import { Time } from '#app/components/time.tsx'
import { ClosingMoves } from '#app/features/ballots/closing-moves.tsx'
import { shortHash } from '#domain/record/hash.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** Everything that was fixed when the ballot opened. */
export function BallotFacts({ page, contentHash }: { page: BallotPage; contentHash: string }) {
  const { electorate, quorum, rule, names, results } = page
  return (
    <div className="card ballot-facts">
      <h2>Fixed when it opened</h2>
      <dl>
        <dt>Rule</dt>
        <dd>
          <strong>{rule.label}.</strong> {rule.explanation}
        </dd>
        <dt>Quorum</dt>
        <dd>
          {quorum} of {electorate.count} {electorate.count === 1 ? 'paper' : 'papers'}. Every paper counts to it.
        </dd>
        <dt>Who may vote</dt>
        <dd>
          {electorate.count} {electorate.count === 1 ? 'person' : 'people'}
          {electorate.people.length > 0 ? (
            <details>
              <summary>Show names</summary>
              <ul className="list-plain">
                {electorate.people.map((name, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is fixed
                  <li key={i}>{name}</li>
                ))}
              </ul>
            </details>
          ) : null}
        </dd>
        <dt>Closing time</dt>
        <dd>
          <Time at={page.closesAt} />, by itself
          <ClosingMoves moves={page.moves} />
        </dd>
        <dt>Opened</dt>
        <dd>
          <Time at={page.opensAt} /> by {page.openedBy}
        </dd>
        <dt>Names</dt>
        <dd>{namesWords(names, electorate.count)}</dd>
        <dt>Results</dt>
        <dd>
          {results === 'hidden'
            ? 'Hidden from everyone until it closes, moderators and admins included. Turnout is public.'
            : 'Public while it is open.'}
        </dd>
        <dt>Content hash</dt>
        <dd>
          <code title={contentHash}>{shortHash(contentHash)}</code>
        </dd>
      </dl>
    </div>
  )
}

function namesWords(names: BallotPage['names'], electorate: number): string {
  if (names === 'shown') return 'Shown: after closing, members see who cast which paper.'
  const words =
    'Hidden for ever: closing destroys the link between person and paper. Until then the server keeps it, so that you can change your vote.'
  return electorate < 5 ? `${words} With so few voters the outcome itself can give a choice away.` : words
}
