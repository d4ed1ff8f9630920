import { RelationCells, RelationTable } from '#app/features/matrix/relation-table.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import type { MatrixPage } from '#server/views/matrix-page.ts'

/** The matrix as a table of its pairs: the same numbers for those who do not read a grid. */
export function PairList({ list }: { list: NonNullable<MatrixPage['list']> }) {
  const { rows, total } = list
  return (
    <>
      <p className="ui" role="status">
        <strong>{total}</strong> {total === 1 ? 'pair' : 'pairs'}
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
        <RelationTable caption="Related pairs of strategies" first="Strategies">
          {rows.map(({ a, b, rationales, ...cells }) => (
            <tr key={`${a.slug} ${b.slug}`}>
              <td>
                <a href={`/strategies/${a.slug}`}>{a.title}</a> and <a href={`/strategies/${b.slug}`}>{b.title}</a>
              </td>
              <RelationCells {...cells} reasons={rationales} href={`/matrix?view=list&cell=${a.slug}~${b.slug}#cell`} />
            </tr>
          ))}
        </RelationTable>
      )}
      <Pager page={list} what="pairs" />
    </>
  )
}
