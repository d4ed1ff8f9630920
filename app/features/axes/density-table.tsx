import type { Density } from '#server/views/axes-page.ts'

/** The density map as a table. */
export function DensityTable({ density: { axis, columns, rows } }: { density: Density }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={`Strategies by lever and ${axis.toLowerCase()}`}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Lever</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`/levers/${row.id}`}>{row.name}</a>
              </th>
              {row.cells.map(({ count, href }, i) => (
                <td key={columns[i]?.id} className="number">
                  {count === 0 ? 0 : <a href={href}>{count}</a>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
