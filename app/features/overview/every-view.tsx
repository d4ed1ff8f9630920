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

/** Every view of the atlas, and what it is for. */
export function EveryView() {
  return (
    <nav aria-labelledby="views-title">
      <ul className="list-plain way-views">
        {views.map(({ href, label, what }) => (
          <li key={href}>
            <a href={href}>{label}</a> <span className="muted">{what}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
