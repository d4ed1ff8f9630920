import { PairRelation } from '#app/features/held-together/held-table.tsx'
import type { HeldTogetherPage } from '#server/views/held-together-page.ts'

/** Complementary pairs that nobody holds together although somebody holds each. */
export function NeverTogether({ never: { total, judged, unjudged, rows } }: { never: HeldTogetherPage['never'] }) {
  return (
    <section id="never" className="held-never" aria-labelledby="never-title">
      <h2 id="never-title">
        Never held together though complementary
        <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p>
          {judged === 0
            ? 'No complementary pair has somebody on the record for both of its strategies, so none can be judged.'
            : `Each of the ${judged} complementary pairs with somebody on the record for both strategies is held together.`}
        </p>
      ) : (
        <table className="table cards-on-phone">
          <caption className="visually-hidden">Complementary pairs that nobody endorses together</caption>
          <thead>
            <tr>
              <th scope="col">Strategies</th>
              <th scope="col">Held by</th>
              <th scope="col">What the entries say</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((pair) => (
              <tr key={`${pair.a.slug} ${pair.b.slug}`}>
                <th scope="row">
                  <a href={`/strategies/${pair.a.slug}`}>{pair.a.title}</a> and{' '}
                  <a href={`/strategies/${pair.b.slug}`}>{pair.b.title}</a>
                </th>
                <td>
                  {pair.holdA} and {pair.holdB}, nobody both
                </td>
                <td>
                  <PairRelation pair={pair} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length < total ? <p className="ui muted">The first {rows.length}; the CSV has all.</p> : null}
      <p className="why">
        {unjudged} complementary {unjudged === 1 ? 'pair' : 'pairs'} cannot be judged: nobody is on the record for at
        least one of the two. To change that, add a person’s position with its source to the person’s entry.
      </p>
    </section>
  )
}
