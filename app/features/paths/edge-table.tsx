import { rulePhrase } from '#app/features/paths/rule-words.ts'
import type { WholeGraph } from '#server/views/paths-page.ts'

/** The edges of the picture as a table. */
export function EdgeTable({ rows, total }: { rows: WholeGraph['rows']; total: number }) {
  return (
    <>
      <table className="table cards-on-phone">
        <caption className="visually-hidden">Edges from strategy to strategy</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">By which rule</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, to, rules }) => (
            <tr key={`${from.slug} ${to.slug}`}>
              <th scope="row">
                <a href={`/paths?from=${from.slug}`}>{from.title}</a>
              </th>
              <td>
                <span aria-hidden="true">→ </span>
                <a href={`/paths?from=${to.slug}`}>{to.title}</a>
              </td>
              <td>{rulePhrase(rules)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < total ? (
        <p className="ui muted">
          The first {rows.length} of {total}; the CSV has all.
        </p>
      ) : null}
    </>
  )
}
