import type { Overview } from '#server/views/overview.ts'

/** Where a reader may begin. */
export function Begin({ counts }: { counts: Overview['counts'] }) {
  const unsigned = counts.strategies - counts.withSignal
  return (
    <div className="begin">
      <form method="get" action="/strategies" className="way-search">
        <label htmlFor="overview-q">Find a strategy by title</label>
        <span>
          <input type="search" id="overview-q" name="q" maxLength={100} />
          <button type="submit" className="button button-primary">
            Find
          </button>
        </span>
      </form>
      <ul className="list-plain ways">
        <li>
          <a href="/scenarios">Start from the failure you fear</a>
        </li>
        <li>
          <a href="/strategies?sort=people">Start with what most people hold</a>
        </li>
        <li>
          <a href="/strategies?sort=conflicts">Start where strategies clash most</a>
        </li>
        <li>
          <a href="/strategies?contested=yes">Read what is contested</a>
        </li>
        {unsigned > 0 ? (
          <li>
            <a href="/strategies?signal=no">
              {unsigned === 1 ? 'One strategy names' : `${unsigned} strategies name`} no falsification signal: help to
              write one
            </a>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
