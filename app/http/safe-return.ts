/** Stands in for our own origin while a path is resolved; nothing is ever sent there. */
const here = 'http://folkmoot.invalid'

/**
 * Where to go after signing in: a path of this site, or `/` ([A9]). Whatever a browser could read as another host
 * (`//host`, `/\host`, encoded or with control characters inside) is refused, not repaired.
 */
export function safeReturn(next: string | null | undefined): string {
  if (!next || next.length > 2000 || !next.startsWith('/')) return '/'
  if (/[\\\u0000-\u0020\u007f-\u00a0\u2028\u2029]/.test(next) || /^\/(?:\/|%2f|%5c|\.|%2e|%0|%1)/i.test(next))
    return '/'
  let url: URL
  try {
    url = new URL(next, here)
  } catch {
    return '/'
  }
  if (url.origin !== here || url.username !== '' || url.pathname.startsWith('//')) return '/'
  const path = url.pathname + url.search + url.hash
  return path.startsWith('/sign-out') ? '/' : path
}

/** An address of signing in or up that remembers where to go afterwards, also when the form comes back. */
export function withNext(path: string, next: string): string {
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`
}

/** Where a link to sign in leads from a page: there and back. On the pages for entering it keeps where those lead. */
export function signInFrom({ pathname, search }: { pathname: string; search: string }): string {
  const entering = /^\/sign-(in|up)$/.test(pathname)
  return withNext('/sign-in', safeReturn(entering ? new URLSearchParams(search).get('next') : pathname + search))
}
