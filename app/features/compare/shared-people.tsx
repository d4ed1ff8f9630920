import type { CompareStrategies } from '#server/views/compare-strategies.ts'

interface SharedPeopleProps {
  people: NonNullable<CompareStrategies['people']>
  strategies: CompareStrategies['strategies']
}

/** People on the record for more than one of the compared strategies, and how many for one alone. */
export function SharedPeople({ people: { shared, sharedTotal, onlyOn }, strategies }: SharedPeopleProps) {
  return (
    <section aria-labelledby="shared-people">
      <h2 id="shared-people">
        People on more than one <span className="count">{sharedTotal}</span>
      </h2>
      {shared.length === 0 ? (
        <p>Nobody is on the record for more than one of these.</p>
      ) : (
        <table className="table compare">
          <thead>
            <tr>
              <th scope="col">Person</th>
              {strategies.map(({ slug, title }) => (
                <th key={slug} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shared.map(({ slug, name, stances }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={`/people/${slug}`}>{name}</a>
                </th>
                {strategies.map((strategy, i) => (
                  <td key={strategy.slug}>
                    <span className="compare-whose" aria-hidden="true">
                      {strategy.title}
                    </span>
                    {stances[i] || <span className="muted">no position</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sharedTotal > shared.length ? (
        <p className="ui muted">{sharedTotal - shared.length} more are not shown.</p>
      ) : null}
      <p className="ui muted">
        On one alone:{' '}
        {strategies.map(({ slug, title }, i) => (
          <span key={slug}>
            {i > 0 ? ', ' : ''}
            {title} {onlyOn[i]}
          </span>
        ))}
        .
      </p>
    </section>
  )
}
