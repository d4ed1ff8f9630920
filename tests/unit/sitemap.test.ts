import { describe, expect, it } from 'vitest'
import { mostInSitemap, sitemapPart, sitemapXml } from '../../server/http/machine/sitemap-xml.ts'

const addresses = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ path: `/people/p-${i}`, at: i === 0 ? 0 : null }))
const text = (lines: Iterable<string> | null) => [...(lines ?? [])].join('')
const count = (what: string, of: string) => of.split(what).length - 1

describe('a sitemap', () => {
  it('names all addresses in one file while the protocol allows it', () => {
    const map = text(sitemapXml(addresses(mostInSitemap), 'https://a.example'))
    expect(count('<url>', map)).toBe(50_000)
    expect(map).toContain('<loc>https://a.example/people/p-0</loc><lastmod>1970-01-01</lastmod>')
  })

  it('names files of at most 50,000 addresses where there are more, each address in one of them', () => {
    const all = addresses(2 * mostInSitemap + 1)
    const index = text(sitemapXml(all, 'https://a.example'))
    expect(index).not.toContain('<url>')
    expect(count('<sitemap>', index)).toBe(3)
    expect(index).toContain('<loc>https://a.example/sitemaps/3.xml</loc>')
    const named = [1, 2, 3].map((n) => count('<url>', text(sitemapPart(all, n, ''))))
    expect(named).toEqual([50_000, 50_000, 1])
    for (const n of [0, 4, 1.5, Number.NaN]) expect(sitemapPart(all, n, '')).toBeNull()
  })
})
