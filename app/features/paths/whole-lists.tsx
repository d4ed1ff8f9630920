import { ChainLine } from '#app/features/paths/chain-line.tsx'
import type { PathsPage, WholeGraph } from '#server/views/paths-page.ts'

/** Chains, cycles and dead ends of the whole graph. */
export function WholeLists({ whole, counts }: { whole: WholeGraph; counts: PathsPage['counts'] }) {
  const { chains, cycles, deadEnds } = whole
  return (
    <>
      <section id="chains" aria-labelledby="chains-title">
        <h2 id="chains-title">
          Chains
          <span className="count">{chains.total}</span>
        </h2>
        <p className="why">
          From every start, a longest way of three strategies or more. A start is a strategy that edges leave and none
          reaches; there are {counts.starts}.
        </p>
        {chains.total === 0 ? <p>No way is longer than one step.</p> : null}
        <ul className="list-plain chains">
          {chains.shown.map((chain) => (
            <li key={chain[0]?.slug}>
              <ChainLine chain={chain} />
            </li>
          ))}
        </ul>
        <Rest shown={chains.shown.length} total={chains.total} />
      </section>
      <section id="cycles" aria-labelledby="cycles-title">
        <h2 id="cycles-title">
          Cycles
          <span className="count">{cycles.total}</span>
        </h2>
        <p className="why">
          Strategies each of which leads on to all the others: solving one brings back the problem of another. Shown is
          a shortest way round.
        </p>
        {cycles.total === 0 ? <p>No way runs in a circle.</p> : null}
        <ul className="list-plain chains">
          {cycles.shown.map(({ members, ring }) => (
            <li key={ring[0]?.slug}>
              <ChainLine chain={ring} round />
              {members > ring.length ? <p className="ui muted">{members} strategies are in this circle.</p> : null}
            </li>
          ))}
        </ul>
        <Rest shown={cycles.shown.length} total={cycles.total} />
      </section>
      <section id="dead-ends" aria-labelledby="dead-ends-title">
        <h2 id="dead-ends-title">
          Dead ends
          <span className="count">{deadEnds.total}</span>
        </h2>
        <p className="why">
          Edges lead here and none leads on. Either the work is done then, or nobody has said what comes after.
        </p>
        {deadEnds.total === 0 ? (
          <p>Nothing is a dead end.</p>
        ) : (
          <table className="table cards-on-phone path-ends">
            <caption className="visually-hidden">Strategies that edges reach and none leaves</caption>
            <thead>
              <tr>
                <th scope="col">Strategy</th>
                <th scope="col">Reached from</th>
                <th scope="col">What binds next</th>
              </tr>
            </thead>
            <tbody>
              {deadEnds.shown.map(({ slug, title, into, says }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={`/paths?from=${slug}`}>{title}</a>
                  </th>
                  <td>
                    {into} {into === 1 ? 'strategy' : 'strategies'}
                  </td>
                  <td>
                    {says ? (
                      <a href={`/strategies/${slug}#binds-next`}>said, and answered by nothing</a>
                    ) : (
                      <>
                        <span className="muted">not said yet</span>{' '}
                        <a href={`/drafts/new?entry=strategies/${slug}`}>
                          propose a revision<span className="visually-hidden"> of {title}</span>
                        </a>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Rest shown={deadEnds.shown.length} total={deadEnds.total} />
      </section>
    </>
  )
}

function Rest({ shown, total }: { shown: number; total: number }) {
  return shown < total ? (
    <p className="ui muted">
      The first {shown} of {total}.
    </p>
  ) : null
}
