import type { Consensus } from '#server/views/consensus.ts'

/** Which groups of people hold which strategies, where enough of them have a profile to say so. */
export function WhoHoldsWhat({ consensus }: { consensus: Consensus }) {
  const { fewest, read, unread, groups, readings } = consensus
  return (
    <>
      <p className="why">
        A strategy is read when at least {fewest} profiled people hold it, and is heavy on a group that more than half
        of them belong to. Builders make such systems or work on them at technical depth; commentary includes experts of
        other fields. Who holds a view is evidence of a kind, and no proof.
      </p>
      {read === 0 ? (
        <p className="nothing-yet">
          No strategy has {fewest} profiled people yet. A profile is proposed on the page of a person:{' '}
          <a href="/people">People</a>
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label="Strategies by who holds them">
          <table className="table cards-on-phone consensus">
            <caption className="visually-hidden">Strategies by who holds them, n = {read}</caption>
            <thead>
              <tr>
                <th scope="col">Reading</th>
                <th scope="col">Strategy</th>
                {groups.map(({ id, label }) => (
                  <th key={id} scope="col" className="number">
                    {label}
                  </th>
                ))}
                <th scope="col" className="number">
                  Profiled
                </th>
              </tr>
            </thead>
            <tbody>
              {readings.map((reading) => (
                <Rows key={reading.id} reading={reading} groups={groups} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="ui muted">
        n = {read} {read === 1 ? 'strategy' : 'strategies'}; {unread} more {unread === 1 ? 'has' : 'have'} fewer than{' '}
        {fewest} profiled people and no reading. <a href="/board">What kind of voices there are</a>
      </p>
    </>
  )
}

function Rows({ reading, groups }: { reading: Consensus['readings'][number]; groups: Consensus['groups'] }) {
  const { label, total, strategies } = reading
  const columns = groups.length
  if (total === 0) {
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={columns + 2} className="muted">
          none
        </td>
      </tr>
    )
  }
  return (
    <>
      {strategies.map(({ slug, title, n, counts }, i) => (
        <tr key={slug}>
          {i === 0 ? (
            <th scope="rowgroup" rowSpan={strategies.length + (total > strategies.length ? 1 : 0)}>
              {label} <span className="count">{total}</span>
            </th>
          ) : null}
          <td>
            <a href={`/strategies/${slug}#people`}>{title}</a>
          </td>
          {counts.map((count, j) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns have a fixed order
            <td key={j} className={count === 0 ? 'number muted' : 'number'} data-label={groups[j]?.label}>
              {count}
            </td>
          ))}
          <td className="number" data-label="Profiled">
            {n}
          </td>
        </tr>
      ))}
      {total > strategies.length ? (
        <tr>
          <td colSpan={columns + 2}>
            <a href="/strategies?sort=people">{total - strategies.length} more</a>
          </td>
        </tr>
      ) : null}
    </>
  )
}
