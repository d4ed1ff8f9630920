import { RelationTag } from '#app/features/matrix/relation-tag.tsx'
import type { EgoGraph } from '#server/views/map-page.ts'

/** The relations of one strategy as a table, in the order in which they are drawn. */
export function EgoTable({ ego }: { ego: EgoGraph }) {
  return (
    <>
      <table className="table cards-on-phone">
        <caption className="visually-hidden">Relations of {ego.title}</caption>
        <thead>
          <tr>
            <th scope="col">Strategy</th>
            <th scope="col">Relation</th>
            <th scope="col">Mechanism</th>
            <th scope="col">Whose statement</th>
          </tr>
        </thead>
        <tbody>
          {ego.rows.map(({ slug, title, kind, mechanism, gloss, declared, reasons }) => (
            <tr key={slug}>
              <th scope="row">
                <a href={`/strategies/${slug}`}>{title}</a>
              </th>
              <td>
                <RelationTag kind={kind} />
              </td>
              <td>
                <a href={`/matrix?cell=${ego.slug}~${slug}#cell`}>{mechanism}</a>
                <span className="muted">: {gloss}</span>
              </td>
              <td>
                {declared}
                {reasons > 0 ? <span className="muted">, with reasons</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ego.unlisted > 0 ? (
        <p className="ui">
          {ego.unlisted} more are in the <a href={ego.csv}>CSV</a>.
        </p>
      ) : null}
    </>
  )
}
