const pages = [
  { href: '/admin', label: 'Check' },
  { href: '/admin/people', label: 'People' },
  { href: '/admin/invitations', label: 'Invitations' },
  { href: '/admin/vocabulary', label: 'Vocabulary' },
  { href: '/admin/site', label: 'Texts and switches' },
  { href: '/ballots/presets', label: 'Ways of deciding' },
  { href: '/admin/jobs', label: 'Jobs' },
  { href: '/admin/rooms', label: 'Rooms' },
] as const

/** The pages from which the place is run; styles in `app/styles/admin.css`. */
export function AdminNav({ here }: { here: (typeof pages)[number]['href'] }) {
  return (
    <nav className="admin-nav" aria-label="Admin">
      {pages.map(({ href, label }) => (
        <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}
