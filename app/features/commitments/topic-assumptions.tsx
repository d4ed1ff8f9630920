import type { TopicSection } from '#server/views/commitments-page.ts'

/** One topic: each assumption with the strategies that fall with it, then where conflicts may be about it. */
export function TopicAssumptions({ group }: { group: TopicSection }) {
  const { id, label, total, assumptions, atOdds, page, pages, before, after } = group
  return (
    <section id={id} className="fear-class" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {label}
        <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="nothing-yet">
          No strategy says what it assumes about this. Add a row under “Commitments” in a revision of an entry:{' '}
          <a href="/strategies">choose one</a>.
        </p>
      ) : null}
      <ol className="list-plain assumptions">
        {assumptions.map((assumption) => (
          <AssumptionItem key={`${assumption.claim} ${assumption.strategies[0]?.slug}`} assumption={assumption} />
        ))}
      </ol>
      {before || after ? (
        <p className="ui">
          {before ? <a href={before}>Earlier</a> : null} {after ? <a href={after}>More of the {total}</a> : null}
          <span className="muted">
            {' '}
            page {page} of {pages}
          </span>
        </p>
      ) : null}
      <AtOdds label={label} atOdds={atOdds} />
    </section>
  )
}

function AssumptionItem({ assumption: { claim, strategies } }: { assumption: TopicSection['assumptions'][number] }) {
  return (
    <li className="assumption">
      <p className="assumption-claim">{claim}</p>
      <ul className="list-plain assumption-falls">
        {strategies.map(({ slug, title, failsIf, standsOn, vintages }) => (
          <li key={slug}>
            <p className="ui">
              <span className="muted">Falls with it:</span> <a href={`/strategies/${slug}#commitments`}>{title}</a>
              {standsOn > 1 ? <span className="muted"> · stands on {standsOn} assumptions</span> : null}
              {vintages > 0 ? (
                <>
                  {' '}
                  · <a href={`/strategies/${slug}#vintages`}>the name has meant {vintages} things</a>
                </>
              ) : null}
            </p>
            <p className="ui assumption-fails">
              {failsIf ? (
                <>
                  <strong>Fails if</strong> {failsIf}
                </>
              ) : (
                <span className="muted">Nobody has said when it would fail.</span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </li>
  )
}

function AtOdds({ label, atOdds: { total, shown } }: { label: string; atOdds: TopicSection['atOdds'] }) {
  if (total === 0) return null
  return (
    <div className="at-odds">
      <h3>
        In conflict, and both committed here <span className="count">{total}</span>
      </h3>
      <p className="why">
        The conflict of these pairs may be about {label.toLowerCase()} and not about means. Read both assumptions before
        arguing about the mechanism.
      </p>
      <ul className="list-plain ui">
        {shown.map(({ a, b }) => (
          <li key={`${a.slug} ${b.slug}`}>
            <a href={`/strategies/${a.slug}`}>{a.title}</a>{' '}
            <span className="is-conflict">
              <span aria-hidden="true">✕</span>
              <span className="visually-hidden">against</span>
            </span>{' '}
            <a href={`/strategies/${b.slug}`}>{b.title}</a> ·{' '}
            <a href={`/compare?s=${a.slug},${b.slug}`}>
              compare
              <span className="visually-hidden">
                {' '}
                {a.title} and {b.title}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {shown.length < total ? <p className="ui muted">The first {shown.length}.</p> : null}
    </div>
  )
}
