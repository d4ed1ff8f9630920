import type { PortfolioPage } from '#server/views/portfolio-page.ts'

/** Where fewer than two strategies are chosen: portfolios to begin with, each with what it holds. */
export function NamedPortfolios({ presets, chosen }: { presets: PortfolioPage['presets']; chosen: number }) {
  return (
    <section aria-labelledby="named-title">
      <p className="ui">
        {chosen === 0 ? 'Choose strategies by title' : 'An audit needs two. Add another strategy'}
        {presets.length > 0 ? ', or begin with one of the named portfolios.' : '.'}
      </p>
      <h2 id="named-title">
        Named portfolios <span className="count">{presets.length}</span>
      </h2>
      <ul className="suggestions">
        {presets.map(({ id, name, description, n, members, href }) => (
          <li key={id}>
            <a href={href}>{name}</a> <span className="muted">{n === 1 ? 'one strategy' : `${n} strategies`}</span>
            <p>{description}</p>
            <p className="muted">{members.join(', ')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
