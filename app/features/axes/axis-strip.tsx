import type { AxesPage } from '#server/views/axes-page.ts'

/** One axis with every strategy at its value. */
export function AxisStrip({ axis }: { axis: AxesPage['axes'][number] }) {
  const { id, name, description, total, unplaced, values } = axis
  return (
    <section className="axis-strip" aria-labelledby={`axis-${id}`} id={id}>
      <h2 id={`axis-${id}`}>{name}</h2>
      <p className="why">{description}</p>
      <p className="ui muted">
        n = {total - unplaced} strategies
        {unplaced > 0 ? `; ${unplaced} say nothing about it` : ''}. Bars are scaled to n.
      </p>
      {values.map((value) => (
        <div key={value.id} className={value.count === 0 ? 'axis-row axis-row-zero' : 'axis-row'}>
          <div>
            <h3>
              {value.count > 0 ? <a href={value.href}>{value.name}</a> : value.name}{' '}
              <span className="count">{value.count}</span>
            </h3>
            <svg className="mix-bar" width="100%" height="12" aria-hidden="true">
              <rect className="mix-track" width="100%" height="12" />
              <rect className="mix-fill" width={`${total === 0 ? 0 : (value.count / total) * 100}%`} height="12" />
            </svg>
            <p className="axis-meaning">{value.description}</p>
          </div>
          {value.count === 0 ? (
            <p className="ui muted">
              No strategy stands here. <a href={`/drafts/new?${id}=${value.id}`}>Propose an entry</a>
            </p>
          ) : (
            <ul className="axis-names">
              {value.named.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={`/strategies/${slug}`}>{title}</a>
                </li>
              ))}
              {value.count > value.named.length ? (
                <li>
                  <a href={value.href}>{value.count - value.named.length} more</a>
                </li>
              ) : null}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}
