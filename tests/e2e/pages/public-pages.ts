/** Parts of an address that are words of ours; everything else in it names one thing among many. */
const words = new Set(['history', 'v', 'compare', 'new', 'csl', 'publish'])

/** Addresses with one of these keys are forms that a person fills in while signed in. */
const signedIn = /^\/(?:drafts|threads\/new|moderation|account|inbox|admin)/

export interface PublicPage {
  path: string
  /** As it comes, before any script. */
  html: string
}

const known = new Map<string, Promise<PublicPage[]>>()

/**
 * Every page that somebody signed out can reach by links, two of each sort: pages that differ only in the entry they
 * are about, or in the values they are filtered by, are of one sort. Looked for once for each site.
 */
export function publicPages(origin: string): Promise<PublicPage[]> {
  const pages = known.get(origin) ?? find(origin)
  known.set(origin, pages)
  return pages
}

const eachSort = 2

async function find(origin: string): Promise<PublicPage[]> {
  const taken = new Map<string, number>()
  const seen = new Set<string>(['/'])
  const pages: PublicPage[] = []
  const queue = ['/']
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await fetch(origin + path, { redirect: 'manual' })
    if (answer.status !== 200 || !(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
    const html = await answer.text()
    pages.push({ path, html })
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)) {
      const target = href.replaceAll('&amp;', '&')
      if (seen.has(target) || signedIn.test(target)) continue
      seen.add(target)
      const sort = sortOf(target)
      const n = taken.get(sort) ?? 0
      if (n >= eachSort) continue
      taken.set(sort, n + 1)
      queue.push(target)
    }
  }
  return pages
}

function sortOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://any')
  const [first = '', ...rest] = pathname.slice(1).split('/')
  const place = [first, ...rest.map((part) => (words.has(part) ? part : '*'))].join('/')
  return `${place}?${[...new Set(searchParams.keys())].sort().join('&')}`
}
