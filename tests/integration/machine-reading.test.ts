import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewSchemas } from '../../server/http/api/view-schemas.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })

describe('what programs read', () => {
  it.each([
    ['/feed.xml', 'application/atom+xml'],
    ['/feed.json', 'application/feed+json'],
    ['/strategies/pause/feed.xml', 'application/atom+xml'],
    ['/tags/open-weights/feed.json', 'application/feed+json'],
    ['/sitemap.xml', 'application/xml'],
    ['/robots.txt', 'text/plain'],
    ['/search.json?q=compute', 'application/json'],
    ['/strategies/pause.bib', 'application/x-bibtex'],
    ['/strategies/pause.ris', 'application/x-research-info-systems'],
    ['/strategies/pause.csl', 'application/vnd.citationstyles.csl+json'],
    ['/people/yann-lecun.jsonld', 'application/ld+json'],
  ])('%s is %s', async (path, type) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(type)
    expect((await answer.text()).length).toBeGreaterThan(80)
  })

  it('has absolute addresses, and refuses what is not there', async () => {
    const feed = (await (await get('/strategies/pause/feed.json')).json()) as { items: { url: string }[] }
    expect(feed.items[0]?.url).toBe(`${server.url}/strategies/pause/v/1`)
    const map = await (await get('/sitemap.xml')).text()
    expect(map).toContain(`<loc>${server.url}/strategies/open-source-maximalism</loc>`)
    for (const path of [
      '/strategies/none.bib',
      '/strategies/none/feed.xml',
      '/tags/none/feed.xml',
      '/embed/people/none',
    ]) {
      expect((await get(path)).status).toBe(404)
    }
  })

  it('has one ClaimReview for each claim of a source', async () => {
    const found = (await (await get('/sources/open-source-ai-must-win-news.jsonld')).json()) as {
      '@graph': { '@type': string; claimReviewed?: string; reviewRating?: { alternateName: string } }[]
    }
    const reviews = found['@graph'].filter((one) => one['@type'] === 'ClaimReview')
    expect(reviews.length).toBeGreaterThan(2)
    expect(reviews.every((one) => one.claimReviewed && one.reviewRating?.alternateName)).toBe(true)
  })

  it('lets only the card be framed, and describes it by oEmbed', async () => {
    const card = await get('/embed/strategies/pause')
    expect(card.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(await card.text()).not.toMatch(/<script|style=/)
    expect((await get('/strategies/pause')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    const url = encodeURIComponent(`${server.url}/strategies/pause`)
    const oembed = (await (await get(`/oembed?url=${url}`)).json()) as { html: string; type: string }
    expect(oembed).toMatchObject({ type: 'rich' })
    expect(oembed.html).toContain(`${server.url}/embed/strategies/pause`)
    expect((await get('/oembed?url=https%3A%2F%2Felsewhere.example%2Fstrategies%2Fpause')).status).toBe(404)
  })
})

describe('files of the whole atlas', () => {
  it('come as they are made, and whole', async () => {
    const matrix = await get('/matrix.csv')
    expect(matrix.headers.get('content-disposition')).toContain('matrix.csv')
    expect(matrix.headers.get('content-length')).toBeNull()
    expect((await matrix.text()).trim().split('\r\n')).toHaveLength(1 + 354)
    expect((await (await get('/axes.csv')).text()).trim().split('\r\n')).toHaveLength(1 + 76)
  })

  it('have a map in one part, and no second one', async () => {
    const [map, part] = [await get('/sitemap.xml'), await get('/sitemaps/1.xml')]
    expect(part.headers.get('content-type')).toContain('application/xml')
    expect(await part.text()).toBe(await map.text())
    for (const n of ['2', '0', 'x']) expect((await get(`/sitemaps/${n}.xml`)).status).toBe(404)
  })
})

describe('the page of one version', () => {
  it.each([
    ['/strategies/pause', ['mechanism', 'falsification', 'conflicts']],
    ['/concepts/open-source-agi', ['body', 'strategies']],
    ['/people/yann-lecun', ['positions', 'held-together', 'body']],
    ['/scenarios/decisive-advantage', ['description', 'strategies', 'note']],
    ['/sources/open-source-ai-must-win-news', ['claims', 'caveats', 'provenance', 'strategies']],
  ])('of %s has the panels of its own page, and nothing to begin', async (path, panels) => {
    const [now, then] = [await (await get(path)).text(), await (await get(`${path}/v/1`)).text()]
    for (const id of panels) {
      expect(now).toContain(`<section id="${id}" class="panel"`)
      expect(then).toContain(`<section id="${id}" class="panel"`)
    }
    expect(then).not.toContain('/drafts/new?entry=')
    expect(then).not.toContain('/threads/new?')
  })
})

describe('views as programs read them', () => {
  it.each(viewSchemas)(
    '$path answers as it is described, and says where it goes on',
    async ({ path, name, answer }) => {
      const found = await get(path)
      expect(found.headers.get('content-type')).toContain('application/json')
      const body = answer.parse(await found.json())
      expect(body.links.page).toBe(`/${name}`)
      expect(body.items.length).toBe(Math.min(500, body.total))
      expect(body.next).toBe(body.total > 500 ? 2 : null)
    },
  )

  it('have the rows of the files and the numbers of the pages', async () => {
    const body = async (path: string) => (await get(path)).json() as Promise<{ total: number; items: never[] }>
    const lines = async (path: string) => (await (await get(path)).text()).trim().split('\r\n').length - 1
    for (const name of ['signals', 'paths', 'held-together', 'board']) {
      expect([name, (await body(`/${name}.json`)).total]).toEqual([name, await lines(`/${name}.csv`)])
    }
    const scenarios = (await body('/scenarios.json')).items as { id: string; strategies: string[] }[]
    const page = await (await get('/scenarios/decisive-advantage.json')).json()
    expect(page).toMatchObject({ kind: 'scenario', id: 'decisive-advantage' })
    expect(scenarios.find(({ id }) => id === 'decisive-advantage')?.strategies.length).toBeGreaterThan(3)
    const signals = (await body('/signals.json?lever=speed')).items as { lever: string }[]
    expect(new Set(signals.map(({ lever }) => lever))).toEqual(new Set(['speed']))
  })
})

describe('pages kept in memory', () => {
  const path = '/strategies/compute-governance'

  it('have a strong ETag for each form, and the same words in all of them', async () => {
    const etags = new Set<string>()
    const words = new Set<string>()
    for (const encoding of ['identity', 'gzip', 'br']) {
      for (let i = 0; i < 2; i++) {
        const answer = await get(path, { 'Accept-Encoding': encoding })
        const etag = answer.headers.get('etag') ?? ''
        expect(etag).toMatch(/^"[\w-]{27}"$/)
        expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
        expect(answer.headers.get('vary')).toContain('Accept-Encoding')
        etags.add(etag)
        words.add(await answer.text())
        expect((await get(path, { 'Accept-Encoding': encoding, 'If-None-Match': etag })).status).toBe(304)
      }
    }
    expect(etags.size).toBe(3)
    expect(words.size).toBe(1)
  })

  it('keep nothing that somebody signed in was shown, nor an address with a query', async () => {
    const mine = await (await get(path, { Cookie: await server.signIn('moderator') })).text()
    expect(mine).toContain('Edda Branting')
    expect(await (await get(path)).text()).not.toContain('Edda Branting')
    expect((await get(`${path}?x=1`)).headers.get('etag')).toBeNull()
  })

  it('change with what anybody commits, lists too', async () => {
    const before = (await get('/strategies')).headers.get('etag')
    expect((await get('/strategies')).headers.get('etag')).toBe(before)
    const services = (await import('../../server/services.ts')).createServices(server.deps)
    const viewer = await server.account('contributor')
    await services.openThread(viewer, {
      entry: { kind: 'strategy', slug: 'pause' },
      place: 'section/bet',
      kind: 'wording',
    })
    expect((await get('/strategies')).headers.get('etag')).not.toBe(before)
  })
})
