import { signInFrom } from '#app/http/safe-return.ts'

interface FrameViewer {
  name: string
  role: string
}

interface FrameSite {
  name: string
  atlas: string
  demo: boolean
}

const places = [
  { href: '/strategies', label: 'Strategies' },
  { href: '/people', label: 'People' },
  { href: '/concepts', label: 'Concepts' },
  { href: '/scenarios', label: 'Scenarios' },
  { href: '/sources', label: 'Sources' },
]

const memberPlaces = [
  { href: '/drafts', label: 'Drafts' },
  { href: '/ballots', label: 'Ballots' },
  { href: '/workshops', label: 'Workshops' },
]

/** Top of every page: who we are, where one can go, who is signed in. */
export function SiteHeader({
  viewer,
  waiting,
  site,
  location,
}: {
  viewer: FrameViewer | null
  /** How many things wait for them. */
  waiting: number
  site: FrameSite | null
  location: { pathname: string; search: string }
}) {
  const { pathname } = location
  // Somebody without an account, in the room of a workshop.
  const isGuest = viewer?.role === 'guest'
  const links = [
    ...places,
    ...(viewer && !isGuest ? memberPlaces : []),
    ...(isModerator(viewer) ? [{ href: '/moderation', label: 'Moderation' }] : []),
    ...(viewer?.role === 'admin' ? [{ href: '/admin', label: 'Admin' }] : []),
  ]
  return (
    <header className="site-header">
      {site?.demo ? (
        <p className="demo-strip">
          <span>
            Demo<span className="demo-words">: sample deliberation on a real atlas</span>.{' '}
            <a href={signInFrom(location)}>{viewer ? 'Continue as somebody else' : 'Continue as one of six people'}</a>
          </span>
        </p>
      ) : null}
      <div className="site-header-row">
        <a className="site-name" href="/">
          {site?.atlas ?? 'Folkmoot'}
        </a>
        <nav className="site-nav" aria-label="Main">
          {links.map((link) => (
            <a key={link.href} href={link.href} aria-current={pathname.startsWith(link.href) ? 'page' : undefined}>
              {link.label}
            </a>
          ))}
        </nav>
        <div className="site-account">
          <a
            className="site-search"
            href="/search"
            data-palette
            aria-current={pathname === '/search' ? 'page' : undefined}
          >
            Search <kbd className="no-touch">Ctrl K</kbd>
          </a>
          {isGuest ? (
            <span className="site-guest">{viewer.name}</span>
          ) : viewer ? (
            <>
              <a className="site-inbox" href="/inbox" aria-current={pathname === '/inbox' ? 'page' : undefined}>
                Inbox{' '}
                {waiting > 0 ? (
                  <span className="site-waiting">
                    {waiting > 99 ? '99+' : waiting}
                    <span className="visually-hidden"> {waiting === 1 ? 'thing needs you' : 'things need you'}</span>
                  </span>
                ) : null}
              </a>
              <a className="button button-quiet" href="/account">
                {viewer.name}
              </a>
            </>
          ) : (
            <a className="button" href={signInFrom(location)}>
              Sign in
            </a>
          )}
        </div>
      </div>
    </header>
  )
}

function isModerator(viewer: FrameViewer | null): boolean {
  return viewer?.role === 'moderator' || viewer?.role === 'admin'
}

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        <a href="/help">Help</a> · <a href="/record">Record</a> · <a href="/moderation/log">Moderation log</a> ·{' '}
        <a href="/editions">Editions</a> · <a href="/levers">Levers</a> · <a href="/api/v1/openapi.json">API</a> ·{' '}
        <a href="/feed.xml">Feed</a> · <a href="/help/changes">What changed</a> ·{' '}
        <a href="/accessibility">Accessibility</a> · Code MIT, atlas text{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener">
          CC BY 4.0
        </a>
      </p>
      <p>Including a strategy here does not recommend it.</p>
    </footer>
  )
}
