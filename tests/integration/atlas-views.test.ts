import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axisIds } from '../../domain/entries/kinds.ts'
import type { AtlasIndex } from '../../server/views/atlas-index.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { portfolioPage } from '../../server/views/portfolio-page.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
let index: AtlasIndex
beforeAll(async () => {
  server = await startTestServer()
  index = await atlasIndex(server.deps)
}, 60_000)
afterAll(() => server.stop())

const get = async (path: string) => {
  const answer = await fetch(server.url + path, { redirect: 'manual' })
  const text = (await answer.text()).replaceAll('<!-- -->', '')
  return { status: answer.status, text, location: answer.headers.get('location'), headers: answer.headers }
}

describe('views of the whole atlas', () => {
  it.each([
    '/axes',
    '/axes?by=legitimacy-source',
    '/board',
    '/board?strategy=open-source-maximalism',
    '/map',
    '/map?s=open-source-maximalism',
    '/compare',
    '/compare?s=pause,acceleration',
    '/portfolio',
    '/portfolio?s=pause,acceleration,compute-governance',
  ])('%s needs no script, is small, and has one main heading', async (path) => {
    const { status, text } = await get(path)
    expect(status).toBe(200)
    expect(text.length).toBeLessThan(120_000)
    // The palette is on every page, deferred, and only adds to the link that opens the search.
    expect(text.match(/<script[^>]*src="[^"]*"/g)).toEqual([expect.stringContaining('/palette.js')])
    expect(text).not.toMatch(/\sstyle=/)
    expect(text.match(/<h1/g)).toHaveLength(1)
  })
})

describe('the axes', () => {
  it('have each strategy once on each axis, and the density map counts all of them', async () => {
    const { text } = await get('/axes')
    for (const axis of axisIds) {
      const part = text.slice(text.indexOf(`id="${axis}"`)).split('</section>')[0] ?? ''
      const counts = [...part.matchAll(/<span class="count">(\d+)<\/span>/g)].map((match) => Number(match[1]))
      expect([axis, counts.reduce((sum, n) => sum + n, 0)]).toEqual([axis, 76])
    }
    expect(text).toContain('27 of 60 combinations of lever and time horizon are unexplored')
    expect(text).toContain('n = 76.')
    const rows = (await get('/axes.csv')).text.trim().split('\r\n')
    expect(rows).toHaveLength(77)
    expect((await get('/axes?by=mood')).text).toContain('was not understood')
  })
})

describe('the map', () => {
  it('draws at most 24 around one, states how many more there are, and lists all', async () => {
    for (const { slug } of index.byKind('strategy')) {
      const { text } = await get(`/map?s=${slug}`)
      const all = index.relationsOf(slug).length
      const drawn = text.match(/<rect class="node node-/g)?.length ?? 0
      expect([slug, drawn]).toEqual([slug, Math.min(24, all)])
      if (all > 0) expect(text).toContain(`has ${all} ${all === 1 ? 'relation' : 'relations'}`)
      expect(text.match(/<th scope="row">/g)?.length ?? 0).toBe(all)
    }
  }, 60_000)

  it('finds a strategy by its title, and offers what is spelled alike', async () => {
    expect(await get('/map?add=Open%20source%20maximalism')).toMatchObject({
      status: 302,
      location: '/map?s=open-source-maximalism',
    })
    const missing = await get('/map?s=pawse')
    expect(missing.text).toContain('No strategy is called “pawse”')
    expect(missing.text).toContain('href="/map?s=pause"')
  })
})

describe('comparing strategies', () => {
  it('puts differences first, says how each two are related, and can leave out what is alike', async () => {
    const { text } = await get('/compare?s=pause,race-to-aligned-superintelligence,alignment-first')
    expect(text).toContain('Lever opposition')
    const firstAlike = text.indexOf('compare-note')
    expect(text.slice(firstAlike)).not.toContain('<tr><th scope="row">Lever</th>')
    const only = await get('/compare?s=pause,race-to-aligned-superintelligence,alignment-first&only=differences')
    expect(only.text).not.toContain('compare-note')
  })

  it('names people on several, takes four at most, and knows no fifth', async () => {
    const { text } = await get('/compare?s=open-source-maximalism,distributed-builders')
    const on = (slug: string) => new Set(index.positionsOn(slug).map(({ person }) => person.slug))
    const both = [...on('open-source-maximalism')].filter((slug) => on('distributed-builders').has(slug))
    expect(text).toContain(`People on more than one <span class="count">${both.length}</span>`)
    const many = await get('/compare?s=pause,acceleration,public-ai,alignment-first,mass-literacy,nothing-like-it')
    expect(many.text).toContain('Only the first 4 are taken; 1 more were asked for.')
    expect(many.text).toContain('No strategy is called “nothing-like-it”')
    const rows = (await get('/compare.csv?s=pause,acceleration')).text.split('\r\n')
    expect(rows[0]).toBe('row,pause,acceleration')
  })
})

describe('the audit of a portfolio', () => {
  it('finds for every named portfolio what its strategies add up to', async () => {
    for (const { id, strategies } of index.vocabulary.portfolios) {
      const page = await portfolioPage(server.deps, null, `?s=${strategies.join(',')}`)
      const found = page.findings
      if (!found) throw new Error(`no audit of ${id}`)
      const levers = new Set(strategies.map((slug) => index.find('strategy', slug)?.content.fields.lever))
      expect([id, found.levers.length - found.untouched.length]).toEqual([id, levers.size])
      const clashes = index.pairs.filter(
        ({ kind, a, b }) => kind === 'conflict' && strategies.includes(a) && strategies.includes(b),
      )
      expect(found.contradictions.length).toBeGreaterThanOrEqual(clashes.length)
      expect((await get(`/portfolio?s=${strategies.join(',')}`)).status).toBe(200)
    }
  })

  it('keeps weights in the address, and reads none that make no sense', async () => {
    const moved = await get('/portfolio?s=pause,acceleration&w1=3&w2=0')
    expect([moved.status, moved.location]).toEqual([302, '/portfolio?s=pause,acceleration&w=3,1'])
    expect((await get('/portfolio?s=pause,acceleration&w=3,1')).text).toContain('total weight 4')
    expect((await get('/portfolio?s=pause,acceleration&w=x,-2,9')).text).toContain('total weight 2')
    expect((await get('/portfolio?s=pause')).text).toContain('An audit needs two.')
  })
})

describe('pictures as files', () => {
  it('stand alone with the colours they need, and are not there under another name', async () => {
    for (const path of ['density.svg', 'relations.svg?s=pause', 'coverage.svg?s=pause,acceleration']) {
      const { status, text, headers } = await get(`/charts/${path}`)
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'image/svg+xml; charset=utf-8'])
      expect(text).toMatch(/^<\?xml[^>]+>\n<svg[^>]+><style>[^<]+--accent/)
    }
    for (const path of ['nothing.svg', 'relations.svg', 'constructor']) {
      expect([path, (await get(`/charts/${path}`)).status]).toEqual([path, 404])
    }
  })
})
