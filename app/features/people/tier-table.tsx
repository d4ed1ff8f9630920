import type { Board } from '#server/views/board-page.ts'

/** The board as a table: how many people each pair of tiers has, and their names. */
export function TierTable({ board: { rows, columns, n } }: { board: Board }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Table of profiled people by expertise and recognition">
      <table className="table cards-on-phone tier-grid">
        <thead>
          <tr>
            <th scope="col">Expertise</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, i) => (
                <td key={cell.id}>
                  <span className="tier-of" aria-hidden="true">
                    {columns[i]?.name}
                  </span>
                  <span className={cell.n === 0 ? 'muted' : undefined}>{cell.n}</span>
                  {cell.people.length > 0 ? (
                    <ul className="list-plain">
                      {cell.people.map((person) => (
                        <li key={person.slug}>
                          <a href={`/people/${person.slug}`}>{person.name}</a>
                          {person.against ? <span className="muted"> (against)</span> : null}
                        </li>
                      ))}
                      {cell.n > cell.people.length ? (
                        <li>
                          <a href={cell.href}>{cell.n - cell.people.length} more</a>
                        </li>
                      ) : null}
                    </ul>
                  ) : null}
                </td>
              ))}
              <td className="number tier-sum">{row.cells.reduce((sum, cell) => sum + cell.n, 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot className="tier-sum">
          <tr>
            <th scope="row">All</th>
            {columns.map(({ id }, i) => (
              <td key={id}>{rows.reduce((sum, row) => sum + (row.cells[i]?.n ?? 0), 0)}</td>
            ))}
            <td className="number">{n}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
