import type { InboxPage } from '#server/views/inbox-page.ts'

/** The three parts of the inbox, each an address of its own. */
export function InboxTabs({ page: { tab, counts } }: { page: InboxPage }) {
  const tabs = [
    { id: 'needs', href: '/inbox', label: 'Needs you', count: counts.needs },
    { id: 'watching', href: '/inbox?tab=watching', label: 'Watching', count: counts.watching },
    { id: 'done', href: '/inbox?tab=done', label: 'Done', count: null },
  ] as const
  return (
    <nav className="atlas-views" aria-label="Parts of the inbox">
      <ul>
        {tabs.map(({ id, href, label, count }) => (
          <li key={id}>
            <a href={href} aria-current={id === tab ? 'page' : undefined}>
              {label}
              {count === null ? null : <span className="count">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
