import type { ReactNode } from 'react'

const places = [
  { href: '/help', label: 'All topics' },
  { href: '/help/glossary', label: 'Glossary' },
  { href: '/help/keyboard', label: 'Keyboard' },
  { href: '/help/changes', label: 'What changed' },
  { href: '/accessibility', label: 'Accessibility' },
] as const

/** What all pages of the help have around them: their title, the search, and each other. */
export function HelpFrame({ here, title, children }: { here: string; title: string; children: ReactNode }) {
  return (
    <div className="page help">
      <nav className="rail" aria-label="Help">
        {places.map(({ href, label }) => (
          <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div className="help-body">
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  )
}

/** Asks the help, without a script. */
export function HelpSearch({ q }: { q: string }) {
  return (
    <form method="get" action="/help" className="help-search">
      <label htmlFor="help-q">Search the help</label>
      <span>
        <input type="search" id="help-q" name="q" defaultValue={q} maxLength={200} />
        <button className="button" type="submit">
          Search
        </button>
      </span>
    </form>
  )
}
