import { heldWords } from '#app/features/held-together/held-words.ts'
import { RelationTag } from '#app/features/matrix/relation-tag.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import type { HeldRow, HeldTogetherPage } from '#server/views/held-together-page.ts'

/** Pairs that people hold together, with numbers, names and what the entries say. */
export function HeldTable({ held }: { held: HeldTogetherPage['held'] }) {
  return (
    <>
      <table className="table cards-on-phone">
        <caption className="visually-hidden">Pairs of strategies that the same people endorse</caption>
        <thead>
          <tr>
            <th scope="col">Strategies</th>
            <th scope="col">Hold both</th>
            <th scope="col">Who</th>
            <th scope="col">What the entries say</th>
          </tr>
        </thead>
        <tbody>
          {held.rows.map((pair) => (
            <tr key={`${pair.a.slug} ${pair.b.slug}`}>
              <th scope="row">
                <a href={`/strategies/${pair.a.slug}`}>{pair.a.title}</a> ({pair.holdA}) and{' '}
                <a href={`/strategies/${pair.b.slug}`}>{pair.b.title}</a> ({pair.holdB})
              </th>
              <td>
                {pair.both} of {pair.either} {pair.few ? <span className="state">few</span> : null}
              </td>
              <td>
                {pair.people.map(({ slug, name }, i) => (
                  <span key={slug}>
                    {i > 0 ? ', ' : ''}
                    <a href={`/people/${slug}`}>{name}</a>
                  </span>
                ))}
                {pair.both > pair.people.length ? ` and ${pair.both - pair.people.length} more` : ''}
              </td>
              <td>
                <PairRelation pair={pair} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={held} what="pairs" />
    </>
  )
}

/** The relation that the entries declare, with the way to the pair. */
export function PairRelation({ pair: { a, b, relation, mechanism } }: { pair: HeldRow }) {
  return (
    <>
      {relation === 'none' ? <span className="muted">{heldWords.none.one}</span> : <RelationTag kind={relation} />}{' '}
      <a href={`/matrix?cell=${a.slug}~${b.slug}#cell`}>{mechanism || 'see the pair'}</a>
    </>
  )
}
