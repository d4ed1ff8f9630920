import type { Requirement } from '#domain/ballots/ballot.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

const looks = {
  met: { look: 'state state-ok', glyph: '✓', words: 'Met' },
  not: { look: 'state state-bad', glyph: '✕', words: 'Not met' },
  yet: { look: 'state', glyph: '◌', words: 'Not yet' },
} as const

/** Each condition of the rule as met or not met; while papers still come, as not met yet. */
export function Requirements({
  requirements,
  isOpen = false,
}: {
  requirements: readonly Requirement[]
  isOpen?: boolean
}) {
  return (
    <ul className="requirements">
      {requirements.map(({ id, met, words }) => {
        const { look, glyph, words: says } = looks[met ? 'met' : isOpen ? 'yet' : 'not']
        return (
          <li key={id}>
            <span className={look}>
              <span aria-hidden="true">{glyph}</span> {says}
            </span>{' '}
            {words}
          </li>
        )
      })}
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
      <Requirements
        isOpen={page.state === 'open'}
        requirements={[{ id: 'quorum', met, words: `${cast}; the quorum is ${page.quorum}.` }]}
      />
      <p className="requirements">
        <span className="state">
          <span aria-hidden="true">◌</span> Hidden until it closes
        </span>{' '}
        {page.rule.explanation}
      </p>
    </section>
  )
}
