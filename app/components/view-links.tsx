interface ViewLink {
  href: string
  label: string
  here: boolean
  /** How many are there; null where that is not said. */
  count?: number | null
}

/** Several looks at one thing, each an address of its own. */
export function ViewLinks({ label, views }: { label: string; views: readonly ViewLink[] }) {
  return (
    <nav className="atlas-views no-print" aria-label={label}>
      <ul>
        {views.map(({ href, label: words, here, count = null }) => (
          <li key={href}>
            <a href={href} aria-current={here ? 'page' : undefined}>
              {words}
              {count === null ? null : <span className="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
