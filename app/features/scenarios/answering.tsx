import { ByLever } from '#app/features/reading/by-lever.tsx'
import type { ScenariosList } from '#server/views/scenario-pages.ts'

/** Strategies that are listed for more than one scenario, as a table. */
export function AnswersSeveral({ rows, total }: { rows: ScenariosList['several']; total: number }) {
  return (
    <section id="several" className="fear-class" aria-labelledby="several-title">
      <h2 id="several-title">
        Strategies that answer several
        <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p>No strategy names more than one scenario.</p>
      ) : (
        <table className="table cards-on-phone">
          <caption className="visually-hidden">Strategies that answer more than one scenario</caption>
          <thead>
            <tr>
              <th scope="col">Strategy</th>
              <th scope="col" className="number">
                Scenarios
              </th>
              <th scope="col">Which</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ slug, title, scenarios, classes }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={`/strategies/${slug}`}>{title}</a>
                </th>
                <td className="number">{scenarios.length}</td>
                <td>
                  {scenarios.map((scenario, i) => (
                    <span key={scenario.slug}>
                      {i > 0 ? '; ' : ''}
                      <a href={`/scenarios/${scenario.slug}`}>{scenario.title}</a>
                    </span>
                  ))}
                  <span className="muted">
                    {' '}
                    in {classes} {classes === 1 ? 'class' : 'classes'}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length < total ? (
        <p className="ui muted">
          The first {rows.length} of {total}.
        </p>
      ) : null}
      <p className="why">
        First those with most scenarios, then those that meet most classes of adversary. Breadth is claimed, not shown:
        a strategy that names many failures is not better against any of them.
      </p>
    </section>
  )
}

/** Strategies that no scenario lists, by lever, and what that says. */
export function AnswersNone({ groups, counts }: { groups: ScenariosList['none']; counts: ScenariosList['counts'] }) {
  const all = counts.several + counts.one + counts.none
  return (
    <section id="none" className="fear-class" aria-labelledby="none-title">
      <h2 id="none-title">
        Strategies that answer none
        <span className="count">
          {counts.none} of {all}
        </span>
      </h2>
      <p className="why">
        These name none of the scenarios above. Either they are aimed at a failure nobody has described yet, or nobody
        has said what they are for. A revision of the entry can say it.
      </p>
      <ByLever groups={groups} total={counts.none} />
    </section>
  )
}
