import { dayOf } from '../../../domain/text/day.ts'
import { xmlText } from '../../xml-text.ts'

export interface SitemapAddress {
  path: string
  /** When it last changed, where that is known. */
  at: number | null
}

/** So many addresses one file may name (sitemaps.org, protocol 0.9). */
export const mostInSitemap = 50_000

const head = '<?xml version="1.0" encoding="utf-8"?>\n'
const scheme = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** `/sitemap.xml`, line by line: all addresses, or the list of files that name them where they are too many for one. */
export function sitemapXml(addresses: readonly SitemapAddress[], origin: string): Iterable<string> {
  return addresses.length <= mostInSitemap ? urlset(addresses, origin) : parts(addresses.length, origin)
}

/** One of those files; null where there is no such one. */
export function sitemapPart(addresses: readonly SitemapAddress[], n: number, origin: string): Iterable<string> | null {
  const own = addresses.slice((n - 1) * mostInSitemap, n * mostInSitemap)
  return Number.isInteger(n) && n > 0 && own.length > 0 ? urlset(own, origin) : null
}

function* urlset(addresses: readonly SitemapAddress[], origin: string): Generator<string> {
  yield `${head}<urlset ${scheme}>\n`
  for (const { path, at } of addresses) {
    const day = at === null ? '' : `<lastmod>${dayOf(at)}</lastmod>`
    yield `  <url><loc>${xmlText(origin + path)}</loc>${day}</url>\n`
  }
  yield '</urlset>\n'
}

function* parts(addresses: number, origin: string): Generator<string> {
  yield `${head}<sitemapindex ${scheme}>\n`
  for (let n = 1; n <= Math.ceil(addresses / mostInSitemap); n++) {
    yield `  <sitemap><loc>${xmlText(`${origin}/sitemaps/${n}.xml`)}</loc></sitemap>\n`
  }
  yield '</sitemapindex>\n'
}
