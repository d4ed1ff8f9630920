interface ViewLink {
  href: string
  label: string
  here: boolean
  /** How many are there; null where that is not said. */
  count?: number | null
}

/** Pages that belong together, each an address of its own: looks at one thing, or the parts of one place. */
export function ViewLinks({ label, views }: { label: string; views: readonly ViewLink[] }) {
  return (
    <nav className="view-tabs no-print" aria-label={label}>
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

/** The links to fixed places, of which one is this page. */
export function viewsAt(places: readonly { href: string; label: string }[], here: string | null): ViewLink[] {
  return places.map((place) => ({ ...place, here: place.href === here }))
}
