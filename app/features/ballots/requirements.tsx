import type { Requirement } from '#domain/ballots/ballot.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** Each condition of the rule as met or not met. */
export function Requirements({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <ul className="requirements">
      {requirements.map(({ id, met, words }) => (
        <li key={id}>
          <span className={`state ${met ? 'state-ok' : 'state-bad'}`}>
            <span aria-hidden="true">{met ? '✓' : '✕'}</span> {met ? 'Met' : 'Not met'}
          </span>{' '}
          {words}
        </li>
      ))}
    </ul>
  )
}

/** What the rule asks while results are hidden: the quorum is public, everything else waits for the count. */
export function HiddenRequirements({ page }: { page: BallotPage }) {
  const met = page.turnout >= page.quorum
  const cast = page.turnout === 1 ? '1 paper was cast' : `${page.turnout} papers were cast`
  return (
    <section aria-labelledby="asks">
      <h2 id="asks">What the rule asks</h2>
      <Requirements requirements={[{ id: 'quorum', met, words: `${cast}; the quorum is ${page.quorum}.` }]} />
      <p className="requirements">
        <span className="state">
          <span aria-hidden="true">◌</span> Hidden until it closes
        </span>{' '}
        {page.rule.explanation}
      </p>
    </section>
  )
}
