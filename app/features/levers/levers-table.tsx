import type { LeversList } from '#server/views/lever-pages.ts'

type Lever = LeversList['sides'][number]['levers'][number]

/** The numbers around each lever. */
export function LeversTable({ levers }: { levers: readonly Lever[] }) {
  return (
    <section aria-labelledby="numbers-title">
      <h2 id="numbers-title">What stands on each lever</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label="Numbers by lever">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Lever</th>
              <th scope="col" className="number">
                Strategies
              </th>
              <th scope="col" className="number">
                Contradictions
              </th>
              <th scope="col" className="number">
                Name a signal
              </th>
              <th scope="col" className="number">
                People endorse one
              </th>
              <th scope="col" className="number">
                Argued now
              </th>
            </tr>
          </thead>
          <tbody>
            {levers.map(({ id, name, total, clashes, withSignal, people, argued }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/levers/${id}`}>{name}</a>
                </th>
                <td className="number">{total}</td>
                <td className="number">{clashes}</td>
                <td className="number">{withSignal}</td>
                <td className="number">{people}</td>
                <td className="number">{argued}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
