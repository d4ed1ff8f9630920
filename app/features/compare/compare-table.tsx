import type { CompareStrategies } from '#server/views/compare-strategies.ts'

/** What stands where a row of names has none. */
const unsaid: Readonly<Record<string, string>> = { scenarios: 'none named', tags: 'none' }

/** Attributes down, strategies across; on a telephone one attribute after the other. */
export function CompareTable({ page: { strategies, rows, same, only } }: { page: CompareStrategies }) {
  return (
    <table className="table compare">
      <caption className="ui muted">
        {rows.filter((row) => !row.same).length} attributes differ, {same} {same === 1 ? 'is' : 'are'} alike
        {only && same > 0 ? ' and left out' : ''}.
      </caption>
      <thead>
        <tr>
          <th scope="col">Attribute</th>
          {strategies.map(({ slug, title }) => (
            <th key={slug} scope="col">
              <a href={`/strategies/${slug}`}>{title}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.same ? 'compare-same' : undefined}>
            <th scope="row">
              {row.label}
              {row.same ? <span className="compare-note">alike</span> : null}
            </th>
            {strategies.map(({ slug, title }, i) => (
              <td key={slug}>
                <span className="compare-whose" aria-hidden="true">
                  {title}
                </span>
                {row.values[i] || <span className="muted">{unsaid[row.id] ?? 'not written yet'}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
