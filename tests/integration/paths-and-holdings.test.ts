import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { commitmentsPage } from '../../server/views/commitments-page.ts'
import { heldTogetherPage } from '../../server/views/held-together-page.ts'
import { pathsPage } from '../../server/views/paths-page.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const get = async (path: string) => {
  const answer = await fetch(server.url + path, { redirect: 'manual' })
  const text = (await answer.text()).replaceAll('<!-- -->', '')
  return { status: answer.status, text, location: answer.headers.get('location') }
}

describe('the pages', () => {
  it.each([
    '/signals',
    '/signals?lever=speed&state=missing',
    '/paths',
    '/paths?from=alignment-first',
    '/commitments',
    '/commitments?topic=time',
    '/held-together',
    '/held-together?relation=none',
  ])('%s needs no script, is small, and has one main heading', async (path) => {
    const { status, text } = await get(path)
    expect(status).toBe(200)
    expect(text.length).toBeLessThan(120_000)
    expect(text.match(/<script[^>]*src="[^"]*"/g)).toEqual([expect.stringContaining('/palette.js')])
    expect(text).not.toMatch(/\sstyle=/)
    expect(text.match(/<h1/g)).toHaveLength(1)
  })

  it('are pictures as files and tables as files too', async () => {
    for (const path of ['paths.svg', 'paths.svg?from=alignment-first', 'held-together.svg']) {
      expect((await get(`/charts/${path}`)).text).toMatch(/^<\?xml[^>]+>\n<svg[^>]+><style>/)
    }
    expect((await get('/charts/held-together.svg?relation=conflict')).status).toBe(404)
    expect((await get('/paths.csv')).text.trim().split('\r\n')).toHaveLength(25)
    expect((await get('/paths.csv?from=alignment-first')).text.trim().split('\r\n')).toHaveLength(7)
    expect((await get('/commitments.csv')).text.trim().split('\r\n')).toHaveLength(39)
    expect((await get('/held-together.csv')).text).toContain('ai-skeptic,open-source-maximalism,2,2,36,none,')
  })
})

describe('what binds next', () => {
  it('has an edge for every stage-sequenced complement and no other, as no entry refers to another', async () => {
    const index = await atlasIndex(server.deps)
    const staged = index.pairs.filter(({ mechanism }) => mechanism === 'stage-sequenced')
    const { counts, whole } = await pathsPage(server.deps, null, '')
    expect([counts.edges, counts.links, counts.stages]).toEqual([staged.length, 0, staged.length])
    const drawn = whole?.rows.map(({ from, to }) => [from.slug, to.slug].sort().join(' ')).sort()
    expect(drawn).toEqual(staged.map(({ a, b }) => `${a} ${b}`).sort())
    expect(counts.starts + counts.passages + counts.deadEnds + counts.apart).toBe(76)
    const { text } = await get('/paths')
    expect(text).toContain('No entry does so yet.')
    expect(text).toContain('No way runs in a circle.')
  })

  it('is walked step by step, and leaves out a way that no edge follows', async () => {
    const { text } = await get('/paths?from=alignment-first')
    expect(text).toContain('href="/paths?from=cooperative-ai&amp;via=alignment-first"')
    const end = await get('/paths?from=cooperative-ai&via=alignment-first')
    expect(end.text).toContain('You came by')
    expect(end.text).toContain('This is a dead end: edges lead here and none leads on.')
    expect((await get('/paths?from=cooperative-ai&via=sabotage,nothing')).text).not.toContain('You came by')
  })

  it('begins at a strategy by its title, and offers what is spelled alike', async () => {
    expect(await get('/paths?add=Open%20source%20maximalism')).toMatchObject({
      status: 302,
      location: '/paths?from=open-source-maximalism',
    })
    const missing = await get('/paths?from=pawse')
    expect([missing.status, missing.text.includes('href="/paths?from=pause"')]).toEqual([200, true])
  })
})

describe('commitments', () => {
  it('stand under seven topics, and every strategy is listed as committed or as silent', async () => {
    const { topics, counts, silent, groups } = await commitmentsPage(server.deps, null, '')
    expect(topics.map(({ assumptions }) => assumptions)).toEqual([3, 4, 6, 8, 7, 4, 6])
    expect(counts).toEqual({ assumptions: 38, strategies: 30, silent: 46 })
    expect(silent.flatMap(({ strategies }) => strategies)).toHaveLength(46)
    const falls = groups.flatMap(({ assumptions }) => assumptions.flatMap(({ strategies }) => strategies))
    expect(new Set(falls.map(({ slug }) => slug)).size).toBe(30)
  })

  it('name pairs in conflict that both commit themselves, and drop a topic that is none', async () => {
    expect((await get('/commitments?topic=time')).text).toContain('In conflict, and both committed here')
    expect((await get('/commitments?topic=mood')).text).toContain('was not understood')
  })
})

describe('what people hold together', () => {
  it('is three people and two pairs, and says that this is too few', async () => {
    const page = await heldTogetherPage(server.deps, null, '')
    expect([page.people, page.several, page.strategies, page.total]).toEqual([36, 3, 3, 2])
    expect(page.held.rows.map(({ both, either, few }) => [both, either, few])).toEqual([
      [2, 36, true],
      [1, 36, true],
    ])
    expect(page.never).toMatchObject({ total: 0, judged: 0, unjudged: 221 })
    const { text } = await get('/held-together')
    expect(text).toContain('That is too few to conclude anything about pairs')
    expect(text).toContain('none can be judged')
  })
})
