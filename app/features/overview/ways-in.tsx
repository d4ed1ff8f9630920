import type { Overview } from '#server/views/overview.ts'

const views = [
  { href: '/strategies', label: 'List', what: 'filter by lever, axis, tag, person' },
  { href: '/matrix', label: 'Matrix', what: 'every pair and how it is related' },
  { href: '/map', label: 'Map', what: 'one strategy and its neighbours' },
  { href: '/axes', label: 'Axes', what: 'combinations nobody has proposed' },
  { href: '/compare', label: 'Compare', what: 'two to four side by side' },
  { href: '/portfolio', label: 'Portfolio', what: 'audit a set held together' },
  { href: '/signals', label: 'Signals', what: 'what would prove which bet wrong' },
  { href: '/paths', label: 'Paths', what: 'what binds next, step by step' },
  { href: '/commitments', label: 'Commitments', what: 'what falls with which belief' },
  { href: '/held-together', label: 'Held together', what: 'pairs the same people hold' },
  { href: '/levers', label: 'Levers', what: 'what can be pulled, and which way' },
  { href: '/board', label: 'People board', what: 'what kind of voices speak' },
  { href: '/identity', label: 'Identity', what: 'is a view of yours a bet?' },
  { href: '/search', label: 'Search', what: 'every text and every argument' },
]

/** Where a reader may begin, and every view of the atlas. */
export function WaysIn({ counts }: { counts: Overview['counts'] }) {
  const unsigned = counts.strategies - counts.withSignal
  return (
    <div className="ways-in">
      <div>
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
      <nav aria-label="Views of the atlas">
        <ul className="list-plain way-views">
          {views.map(({ href, label, what }) => (
            <li key={href}>
              <a href={href}>{label}</a> <span className="muted">{what}</span>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
