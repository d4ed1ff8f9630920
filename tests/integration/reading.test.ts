import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, slugs } from '../../db/schema.ts'
import { createServices } from '../../server/services.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers, redirect: 'manual' })
/** Without the empty comments by which the framework keeps two texts apart. */
const text = async (path: string, headers?: Record<string, string>) =>
  (await (await get(path, headers)).text()).replaceAll('<!-- -->', '')

const addresses = [
  '/',
  '/strategies',
  '/strategies/open-source-maximalism',
  '/people',
  '/people/emad-mostaque',
  '/concepts',
  '/concepts/open-source-agi',
  '/scenarios',
  '/scenarios/decisive-advantage',
  '/sources',
  '/sources/open-source-ai-must-win-digest',
  '/levers',
  '/levers/scope',
  '/tags/open-weights',
]

describe('pages for readers', () => {
  it.each(addresses)('%s needs no script, is small, and has one main heading', async (path) => {
    const answer = await get(path)
    // The palette, which nothing waits for and nothing needs, is the only script.
    const html = (await answer.text()).replace('<script src="/palette.js" defer=""></script>', '')
    expect(answer.status).toBe(200)
    expect(html.length).toBeLessThan(120_000)
    expect(html).not.toMatch(/<script|modulepreload|\sstyle=/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it('have every anchor that was promised', async () => {
    const anchors = (html: string) => [...html.matchAll(/<(?:section|div) id="([a-z-]+)"/g)].map((match) => match[1])
    const prose = ['bet', 'mechanism', 'binds-next', 'falsification', 'threshold', 'analogue']
    const lists = ['vintages', 'commitments', 'scenarios', 'people', 'positions', 'coordinates']
    const then = ['conflicts', 'complements', 'twins', 'axes', 'source', 'agreement', 'links-here', 'threads']
    for (const slug of ['open-source-maximalism', 'compute-governance', 'democratic-mandate', 'default-drift']) {
      expect([slug, anchors(await text(`/strategies/${slug}`))]).toEqual([slug, [...prose, ...lists, ...then]])
    }
    const end = ['agreement', 'links-here', 'threads']
    expect(anchors(await text('/people/andrew-ng'))).toEqual(['positions', 'held-together', 'body', ...end])
    expect(anchors(await text('/concepts/open-source-agi'))).toEqual(['body', 'strategies', 'try', 'questions', ...end])
    expect(anchors(await text('/scenarios/eval-abandonment'))).toEqual(['description', 'strategies', 'note', ...end])
    const source = [
      'summary',
      'why-it-matters',
      'takeaways',
      'unknown',
      'claims',
      'caveats',
      'provenance',
      'strategies',
    ]
    expect(anchors(await text('/sources/open-source-ai-must-win-news'))).toEqual([...source, ...end])
  })

  it('say what links to an entry, and count copies of one origin once', async () => {
    const strategy = await text('/strategies/open-source-maximalism')
    const links = strategy.slice(strategy.indexOf('id="links-here"'))
    for (const way of [
      'Declare a relation to it',
      'Take a position on it',
      'Concepts that name it',
      'Sources that bear on it',
    ]) {
      expect(links).toContain(way)
    }
    const concept = await text('/concepts/open-source-agi')
    expect(concept.slice(concept.indexOf('id="links-here"'))).toContain('/sources/open-source-ai-must-win-digest')
    for (const slug of ['open-source-ai-must-win-news', 'open-source-ai-must-win-digest']) {
      const source = await text(`/sources/${slug}`)
      expect(source).toContain('4 items, 1 origin.')
      expect(source).toContain('href="https://opensourceaimustwin.com/"')
      expect(source).toContain('Hacker News')
    }
  })

  it('say who nobody has written for yet, and how to begin', async () => {
    const html = await text('/strategies/distributed-builders')
    expect(html).toContain('Nobody has said yet what would end support for this strategy.')
    expect(html).toContain('/drafts/new?entry=strategies/distributed-builders')
  })

  it('tell the signed-out of a revision and of its vote, and members where', async () => {
    const reader = await text('/strategies/sunset-clause')
    expect(reader).toContain('Ballot open')
    expect(reader).toContain('A ballot closes')
    expect(reader).not.toMatch(/href="\/(?:drafts\/[a-z2-7]{20}|ballots)/)
    const member = await text('/strategies/sunset-clause', { Cookie: await server.signIn('contributor') })
    expect(member).toMatch(/href="\/drafts\/[a-z2-7]{20}"/)
    expect(member).toMatch(/href="\/ballots\/[a-z2-7]{20}"/)
  })

  it('name filters that were not understood', async () => {
    const html = await text('/strategies?coercion=love')
    expect(html).toContain('One part of the address was not understood')
    expect(html).toContain('love')
    expect(await text('/strategies?lever=culture&pull=neutral')).toContain('Clear filters')
  })
})

describe('an address that nothing has', () => {
  it('offers what is spelled alike', async () => {
    const answer = await get('/strategies/open-source-maximalsm')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('href="/strategies/open-source-maximalism"')
    for (const path of ['/levers/nothing', '/tags/nothing', '/people/nobody', '/strategies/pause.txt']) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
  })

  it('leads on where an entry has moved', async () => {
    const { store } = server.deps
    const [entry] = await store.read.select().from(entries).where(eq(entries.slug, 'hedge-via-exit'))
    await store.tx((q) => q.insert(slugs).values({ kind: 'strategy', slug: 'leaving', entryId: entry?.id ?? '' }))
    const answer = await get('/strategies/leaving')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/strategies/hedge-via-exit'])
  })
})

describe('for programs', () => {
  it('a page’s .json is what the API says', async () => {
    for (const [path, kind] of [
      ['/strategies/pause', 'strategy'],
      ['/people/yann-lecun', 'person'],
      ['/concepts/sovereign-ai', 'concept'],
      ['/scenarios/decisive-advantage', 'scenario'],
      ['/sources/open-source-ai-must-win-news', 'source'],
    ] as const) {
      const page = await get(`${path}.json`)
      expect(page.headers.get('content-type')).toContain('application/json')
      const api = await (await get(`/api/v1/entries/${kind}/${path.split('/')[2]}`)).json()
      expect(await page.json()).toEqual(api)
    }
  })

  it('.md is the entry as a file of the vault', async () => {
    const answer = await get('/strategies/compute-governance.md')
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    const markdown = await answer.text()
    expect(markdown).toMatch(/^---\nkind: strategy\nid: compute-governance\ntitle: "Compute governance"\n/)
    expect(markdown).toContain('\n## Falsification signal\n')
  })

  it('levers and tags can be read', async () => {
    const lever = await (await get('/levers/speed.json')).json()
    expect(lever).toMatchObject({ kind: 'lever', id: 'speed', name: 'Speed' })
    expect(lever.pulls.map((one: { strategies: string[] }) => one.strategies.length)).toEqual([5, 0, 2])
    const tag = await (await get('/tags/open-weights.json')).json()
    expect(tag.entries).toContainEqual({
      kind: 'strategy',
      id: 'open-source-maximalism',
      title: 'Open source maximalism',
    })
    expect((await get('/levers/nothing.json')).status).toBe(404)
    expect((await get('/strategies/nothing.md')).status).toBe(404)
  })
})

describe('a page that a reader has already', () => {
  const path = '/strategies/narrow-ai-preservation'

  it('is confirmed without being made again, until something about it changes', async () => {
    const first = await get(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect((await get(path, { 'If-None-Match': etag })).status).toBe(304)
    expect((await get('/strategies/pause', { 'If-None-Match': etag })).status).toBe(200)

    const services = createServices(server.deps)
    const viewer = await server.account('contributor')
    await services.createDraft(viewer, { kind: 'strategy', entry: 'narrow-ai-preservation' })
    const changed = await get(path, { 'If-None-Match': etag })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('A revision')
  })

  it('is never confirmed to somebody who is signed in, nor an error to anybody', async () => {
    const cookie = await server.signIn('contributor')
    const etag = (await get(path)).headers.get('etag') ?? ''
    const answer = await get(path, { Cookie: cookie, 'If-None-Match': etag })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const missing = await get('/strategies/nothing')
    expect([missing.headers.get('etag'), missing.headers.get('cache-control')]).toEqual([null, 'no-store'])
  })
})
