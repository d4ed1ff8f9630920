import { RelationTag } from '#app/features/matrix/relation-tag.tsx'
import type { MatrixPage } from '#server/views/matrix-page.ts'

/** The matrix as a table of its pairs: the same numbers for those who do not read a grid. */
export function PairList({ list }: { list: NonNullable<MatrixPage['list']> }) {
  const { rows, total, page, pages, before, after } = list
  return (
    <>
      <p className="ui" role="status">
        <strong>{total}</strong> {total === 1 ? 'pair' : 'pairs'}
        {pages > 1 ? `, page ${page} of ${pages}` : ''}
      </p>
      {rows.length === 0 ? (
        <div className="empty">
          <p>No pair passes these filters.</p>
          <p>
            <a className="button" href="/matrix?view=list">
              All pairs
            </a>
          </p>
        </div>
      ) : (
        <table className="table cards-on-phone">
          <caption className="visually-hidden">Related pairs of strategies</caption>
          <thead>
            <tr>
              <th scope="col">Strategies</th>
              <th scope="col">Relation</th>
              <th scope="col">Mechanism</th>
              <th scope="col">Whose statement</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ a, b, kind, mechanism, declared, rationales }) => (
              <tr key={`${a.slug} ${b.slug}`}>
                <td>
                  <a href={`/strategies/${a.slug}`}>{a.title}</a> and <a href={`/strategies/${b.slug}`}>{b.title}</a>
                </td>
                <td>
                  <RelationTag kind={kind} />
                </td>
                <td>
                  <a href={`/matrix?view=list&cell=${a.slug}~${b.slug}#cell`}>{mechanism}</a>
                </td>
                <td>
                  {declared}
                  {rationales > 0 ? <span className="muted">, with reasons</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 ? (
        <p className="actions">
          {before ? (
            <a className="button" href={before}>
              Earlier pairs
            </a>
          ) : null}
          {after ? (
            <a className="button" href={after}>
              More pairs
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  )
}
