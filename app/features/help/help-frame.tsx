import type { ReactNode } from 'react'
import { ViewLinks, viewsAt } from '#app/components/view-links.tsx'

const places = [
  { href: '/help', label: 'All topics' },
  { href: '/help/glossary', label: 'Glossary' },
  { href: '/help/keyboard', label: 'Keyboard' },
  { href: '/help/changes', label: 'What changed' },
  { href: '/accessibility', label: 'Accessibility' },
] as const

/** What all pages of the help have around them: their title, and the way between them. */
export function HelpFrame({ here, title, children }: { here: string; title: string; children: ReactNode }) {
  return (
    <div className="page page-narrow">
      {here === '/help' ? null : (
        <p className="eyebrow">
          <a href="/help">Help</a>
        </p>
      )}
      <h1>{title}</h1>
      <ViewLinks label="Help" views={viewsAt(places, here)} />
      {children}
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
