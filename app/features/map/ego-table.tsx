import { RelationCells, RelationTable } from '#app/features/matrix/relation-table.tsx'
import type { EgoGraph } from '#server/views/map-page.ts'

/** The relations of one strategy as a table, in the order in which they are drawn. */
export function EgoTable({ ego }: { ego: EgoGraph }) {
  return (
    <>
      <RelationTable caption={`Relations of ${ego.title}`} first="Strategy">
        {ego.rows.map(({ slug, title, ...cells }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={`/strategies/${slug}`}>{title}</a>
            </th>
            <RelationCells {...cells} href={`/matrix?cell=${ego.slug}~${slug}#cell`} />
          </tr>
        ))}
      </RelationTable>
      {ego.unlisted > 0 ? (
        <p className="ui">
          {ego.unlisted} more are in the <a href={ego.csv}>CSV</a>.
        </p>
      ) : null}
    </>
  )
}
