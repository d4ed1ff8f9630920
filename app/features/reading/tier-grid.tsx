import type { PeopleList } from '#server/views/people-pages.ts'

/** Profiled people by expertise and recognition; empty cells are shown, since they say something too. */
export function TierGrid({ grid, recognition }: Pick<PeopleList, 'grid' | 'recognition'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label="Profiled people by expertise and recognition">
      <table className="table tier-grid">
        <thead>
          <tr>
            <th scope="col">Expertise</th>
            {recognition.map((tier) => (
              <th key={tier.id} scope="col" title={tier.description}>
                {tier.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                <span className="tier-text">{row.description}</span>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.id}>
                  {cell.people.length === 0 ? (
                    <span className="muted">0</span>
                  ) : (
                    <ul className="list-plain">
                      {cell.people.map((person) => (
                        <li key={person.slug}>
                          <a href={`/people/${person.slug}`}>{person.name}</a>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
