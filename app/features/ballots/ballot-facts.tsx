import { Time } from '#app/components/time.tsx'
import { ClosingMoves } from '#app/features/ballots/closing-moves.tsx'
import { shortHash } from '#domain/record/hash.ts'
import { spanWords } from '#domain/text/span.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** Everything that was fixed when the ballot opened. */
export function BallotFacts({ page, contentHash }: { page: BallotPage; contentHash: string | null }) {
  const { electorate, quorum, rule, names, results, lastCall } = page
  const planned = page.state === 'scheduled'
  return (
    <div className="card ballot-facts">
      <h2>{planned ? 'Fixed when it opens' : 'Fixed when it opened'}</h2>
      <dl>
        {page.preset ? (
          <>
            <dt>Way of deciding</dt>
            <dd>
              {page.preset}. <a href="/ballots/presets">All ways of deciding</a>
            </dd>
          </>
        ) : null}
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
        {lastCall ? (
          <>
            <dt>Last call</dt>
            <dd>
              {spanWords(lastCall.length)}, from <Time at={lastCall.from} />
              {lastCall.restarts
                ? '. A new objection that everybody can see begins it anew, three times at most.'
                : '.'}
            </dd>
          </>
        ) : null}
        <dt>{planned ? 'Opens' : page.state === 'void' ? 'Planned or opened' : 'Opened'}</dt>
        <dd>
          <Time at={page.opensAt} />, {planned ? 'planned by' : 'by'} {page.openedBy}
        </dd>
        {page.closer === 'uninvolved' ? (
          <>
            <dt>Who closes the matter</dt>
            <dd>A moderator who neither opened it, nor wrote in the draft, nor voted.</dd>
          </>
        ) : null}
        {page.secondModerator ? (
          <>
            <dt>Second moderator</dt>
            <dd>Another moderator agrees to exactly this text before it is published.</dd>
          </>
        ) : null}
        <dt>Names</dt>
        <dd>{namesWords(names, electorate.count)}</dd>
        <dt>Results</dt>
        <dd>
          {results === 'hidden'
            ? 'Hidden from everyone until it closes, moderators and admins included. Turnout is public.'
            : 'Public while it is open.'}
        </dd>
        {page.choice ? (
          <>
            <dt>Options</dt>
            <dd>
              <ul className="list-plain">
                {page.choice.options.map(({ id, label }) => (
                  <li key={id}>{label}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        {contentHash === null ? null : (
          <>
            <dt>Content hash</dt>
            <dd>
              <code title={contentHash}>{shortHash(contentHash)}</code>
            </dd>
          </>
        )}
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
