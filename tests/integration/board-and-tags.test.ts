import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextJobAt } from '../../db/queries/jobs.ts'
import { events } from '../../db/schema.ts'
import { textField } from '../../domain/entries/field-values.ts'
import { axisIds } from '../../domain/entries/kinds.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { boardPage } from '../../server/views/board-page.ts'
import { overview } from '../../server/views/overview.ts'
import { peopleList } from '../../server/views/people-pages.ts'
import { strategiesList } from '../../server/views/strategies-list.ts'
import { tagPage } from '../../server/views/tag-page.ts'
import { testDeps } from '../factories/test-deps.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

describe('the board of people', () => {
  it('has everybody with a profile and a source in one cell, as the list of people counts them', async () => {
    const { board } = await boardPage(server.deps, null, '')
    expect([board.n, board.unprofiled]).toEqual([8, 28])
    const cells = board.rows.flatMap(({ cells }) => cells)
    expect(cells).toHaveLength(24)
    expect(sum(cells.map(({ n }) => n))).toBe(8)
    for (const { n, href, people } of cells) {
      expect(people).toHaveLength(n)
      expect((await peopleList(server.deps, null, new URL(href, 'http://any').search)).total).toBe(n)
    }
  })

  it('narrows to one strategy, and says what it does not understand', async () => {
    const pause = await boardPage(server.deps, null, '?strategy=pause')
    expect([pause.on?.slug, pause.board.n]).toEqual(['pause', 1])
    const none = await boardPage(server.deps, null, '?strategy=nothing&tier=x')
    expect(none.board.n).toBe(8)
    expect(none.dropped.map(({ name }) => name)).toEqual(['strategy', 'tier'])
  })

  it('is a picture and a table to take away', async () => {
    const svg = await (await fetch(`${server.url}/charts/board.svg`)).text()
    expect(svg).toContain('Joëlle Pineau')
    const rows = (await (await fetch(`${server.url}/board.csv?strategy=pause`)).text()).trim().split('\r\n')
    expect(rows).toEqual([
      'person,name,expertise,recognition,positions',
      'emad-mostaque,Emad Mostaque,commentator,field-leading,2',
    ])
  })
})

describe('the page of a tag', () => {
  it('has each entry that carries it once, of every kind, as the index counts them', async () => {
    const index = await atlasIndex(server.deps)
    for (const [tag, entries] of index.tags()) {
      const page = await tagPage(server.deps, null, { tag, search: '' })
      const listed = page.kinds.flatMap(({ items }) => items)
      expect([tag, listed.length, page.total]).toEqual([tag, entries.length, entries.length])
      const { total } = await strategiesList(server.deps, null, `?tag=${tag}`)
      expect([tag, page.kinds.find(({ kind }) => kind === 'strategy')?.total]).toEqual([tag, total])
    }
  }, 60_000)

  it('counts the people on its strategies, and leads to its feeds', async () => {
    const { people } = await tagPage(server.deps, null, { tag: 'open-weights', search: '' })
    expect(people).toMatchObject({ total: 36, profiled: 8, more: 12 })
    expect(people?.expertise.map(({ n }) => n)).toEqual([3, 3, 0, 1, 0, 1])
    const html = await (await fetch(`${server.url}/tags/open-weights`)).text()
    for (const feed of ['/tags/open-weights/feed.xml', '/tags/open-weights/feed.json', '/tags/open-weights.json']) {
      expect(html).toContain(`href="${feed}"`)
      expect((await fetch(server.url + feed)).status).toBe(200)
    }
  })
})

describe('the first page', () => {
  it('reads who holds what, with the numbers of the strategies', async () => {
    const { consensus } = await overview(server.deps, null)
    expect([consensus.read, consensus.unread]).toEqual([1, 75])
    const [builders, ...others] = consensus.readings
    expect(builders).toMatchObject({
      id: 'builders',
      total: 1,
      strategies: [{ slug: 'open-source-maximalism', n: 8, counts: [6, 1, 1] }],
    })
    expect(others.map(({ total }) => total)).toEqual([0, 0, 0])
  })

  it('is complete when nothing is published', async () => {
    const empty = testDeps()
    const { counts, levers, consensus, now } = await overview(empty, null)
    expect(Object.values(counts).every((n) => n === 0)).toBe(true)
    expect([levers, consensus.read, consensus.unread, now.totals]).toEqual([
      [],
      0,
      0,
      { drafts: 0, hearings: 0, ballots: 0 },
    ])
  })
})

describe('the identity diagnostic', () => {
  const send = (fields: Record<string, string>) =>
    fetch(`${server.url}/identity`, {
      method: 'POST',
      headers: { Origin: server.url },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
  const text = async (answer: Response) => (await answer.text()).replaceAll('<!-- -->', '')
  const recorded = async () => (await server.deps.store.read.select({ n: count() }).from(events))[0]?.n

  it('places a strategy at no distance from its own coordinates and keeps nothing', async () => {
    const index = await atlasIndex(server.deps)
    const content = index.find('strategy', 'default-drift')?.content
    if (!content) throw new Error('no such strategy')
    const fields = Object.fromEntries(axisIds.map((id) => [id, textField(content, id)]))
    // What fell due while the demo was made is done at the start, and would be taken for something kept.
    const { store } = server.deps
    const isQuiet = async () => {
      const version = store.version()
      await new Promise((resolve) => setTimeout(resolve, 400))
      return version === store.version() && ((await nextJobAt(store.read)) ?? 0) > Date.now()
    }
    await expect.poll(isQuiet).toBe(true)
    const [before, version] = [await recorded(), server.deps.store.version()]
    const answer = await send({ intent: 'answer', about: 'Default drift', lose: 'bet', ...fields })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const html = await text(answer)
    expect(html).toMatch(/Default drift<\/a><\/th><td class="number">0\.00<\/td><td class="number">5<\/td>/)
    expect(html).toContain('Its entry names no falsification signal yet.')
    expect([await recorded(), server.deps.store.version()]).toEqual([before, version])
    expect(server.logged()).not.toMatch(/Default drift|no-principal|lose=bet/)
    // The next reader gets the questions and no answers.
    const next = await text(await fetch(`${server.url}/identity`))
    expect(next).not.toContain('What your answers say')
    expect(next).not.toContain('Default drift')
  })

  it('answers nothing with nothing, and shows a group only from five on', async () => {
    expect(await text(await send({ intent: 'answer', lose: 'perhaps', coercion: 'love' }))).toContain(
      'Nothing was answered',
    )
    const four = await text(await send({ intent: 'group', lines: 'lose=bet\n'.repeat(4) }))
    expect(four).toContain('4 lines with an answer: a group is shown from 5 on')
    const five = await text(await send({ intent: 'group', lines: 'lose=bet\n'.repeat(5) }))
    expect(five).toContain('n = 5 people, as counts.')
  })

  it('is on no page about a person', async () => {
    for (const path of ['/people/emad-mostaque', '/board']) {
      expect(await text(await fetch(server.url + path))).not.toMatch(/\/identity/)
    }
  })
})
