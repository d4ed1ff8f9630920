import { StrategyPicker } from '#app/features/reading/strategy-picker.tsx'
import type { PortfolioPage } from '#server/views/portfolio-page.ts'

/** Which strategies are held, with what weight, and one more. */
export function PortfolioForm({ page: { chosen, titles, most } }: { page: PortfolioPage }) {
  const slugs = chosen.map(({ slug }) => slug).join(',')
  const weights = chosen.map(({ weight }) => weight).join(',')
  return (
    <>
      {chosen.length > 0 ? (
        <form method="get" action="/portfolio" className="holdings" aria-label="Weights">
          <input type="hidden" name="s" value={slugs} />
          <p className="holdings-head" aria-hidden="true">
            <span>Strategy</span>
            <span>Weight</span>
          </p>
          <ul className="list-plain">
            {chosen.map(({ slug, title, weight, without }, i) => (
              <li key={slug}>
                <label htmlFor={`weight-${slug}`}>
                  <a href={`/strategies/${slug}`}>{title}</a>
                </label>
                <input
                  type="number"
                  id={`weight-${slug}`}
                  name={`w${i + 1}`}
                  defaultValue={weight}
                  min="0.1"
                  max="100"
                  step="0.1"
                  aria-label={`Weight of ${title}`}
                />
                <a className="holding-out" href={without}>
                  Remove<span className="visually-hidden"> {title}</span>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <button type="submit" className="button">
              Apply weights
            </button>
          </p>
        </form>
      ) : null}
      {chosen.length < most ? (
        <StrategyPicker
          action="/portfolio"
          label={chosen.length === 0 ? 'First strategy' : 'Add a strategy'}
          button="Add"
          titles={titles}
          keep={{ s: slugs, w: weights }}
        />
      ) : null}
    </>
  )
}
