import { AdvisoryAnswers } from '#app/features/workshops/advisory.tsx'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** What rooms said beside the ballot while it was open; never part of its result. */
export function BesideBallot({ page: { advisory } }: { page: BallotPage }) {
  if (advisory.length === 0) return null
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">Beside the ballot, not counted</h2>
      {advisory.map(({ workshop, ...said }) => (
        <div key={workshop ?? JSON.stringify(said)}>
          <p>{workshop ? <a href={`/workshops/${workshop}`}>In a workshop</a> : 'In a workshop'}</p>
          <AdvisoryAnswers advisory={said} />
        </div>
      ))}
      <p className="why">
        Advisory answers of guests, and hands or slips that a facilitator counted, have no paper and no receipt. They
        are no part of the result above.
      </p>
    </section>
  )
}
