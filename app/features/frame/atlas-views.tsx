const views = [
  { href: '/strategies', label: 'List' },
  { href: '/matrix', label: 'Matrix' },
  { href: '/axes', label: 'Axes' },
  { href: '/map', label: 'Map' },
  { href: '/compare', label: 'Compare' },
  { href: '/portfolio', label: 'Portfolio' },
  { href: '/signals', label: 'Signals' },
  { href: '/paths', label: 'Paths' },
  { href: '/commitments', label: 'Commitments' },
  { href: '/held-together', label: 'Held together' },
] as const

export type AtlasView = (typeof views)[number]['href']

/** The ways to look at all strategies, each an address of its own. */
export function AtlasViews({ here }: { here: AtlasView }) {
  return (
    <nav className="atlas-views no-print" aria-label="Views of the strategies">
      <ul>
        {views.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={href === here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
