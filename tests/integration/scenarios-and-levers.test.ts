import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openThread } from '../../server/usecases/threads/open-thread.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { leverPage, leversList, nearestLevers } from '../../server/views/lever-pages.ts'
import { scenarioPage, scenariosList } from '../../server/views/scenario-pages.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const get = async (path: string) => (await (await fetch(server.url + path)).text()).replaceAll('<!-- -->', '')

describe('starting from the failure one fears', () => {
  it('lists every scenario once, by who or what does the harm, with the numbers behind it', async () => {
    const index = await atlasIndex(server.deps)
    const { groups, counts, none, several } = await scenariosList(server.deps, null)
    const rows = groups.flatMap(({ scenarios }) => scenarios)
    expect(rows.map(({ slug }) => slug).sort()).toEqual(
      index
        .byKind('scenario')
        .map(({ slug }) => slug)
        .sort(),
    )
    expect(counts.several + counts.one + counts.none).toBe(76)
    expect(none.flatMap(({ strategies }) => strategies)).toHaveLength(counts.none)
    for (const { slug, strategies } of rows)
      expect([slug, strategies]).toEqual([slug, index.strategiesFor(slug).length])
    // What the strategies name is what the scenarios add up to.
    const named = several.reduce((sum, { scenarios }) => sum + scenarios.length, counts.one)
    expect(named).toBe(rows.reduce((sum, { strategies }) => sum + strategies, 0))
    expect(await get('/scenarios')).toContain('href="/scenarios/decisive-advantage"')
  })

  it('answers for every bet what would prove it wrong, who holds it and what is argued, or says that nobody has', async () => {
    const page = await get('/scenarios/decisive-advantage')
    const bets = page.split('<li class="bet">').slice(1)
    expect(bets).toHaveLength(6)
    for (const bet of bets) for (const ask of ['Proved wrong if', 'Held by', 'Argued now']) expect(bet).toContain(ask)
    expect(bets.find((bet) => bet.includes('/strategies/antitrust-primacy'))).toContain('A firm is split')
    const unsigned = bets.find((bet) => bet.includes('/strategies/distributed-builders'))
    expect(unsigned).toContain('/threads/new?entry=strategies%2Fdistributed-builders&amp;place=section%2Ffalsification')
    expect(unsigned).toContain('Draft revision: writing')
    expect(unsigned).not.toMatch(/href="\/drafts\/[a-z2-7]{20}"/)
  })

  it('shows a hearing as soon as it is there, though the page was kept in memory', async () => {
    const path = '/scenarios/eval-abandonment'
    expect(await get(path)).not.toContain('Is a closed door a signal?')
    const { id } = await openThread(server.deps, await server.account('contributor'), {
      entry: { kind: 'strategy', slug: 'governance-first' },
      place: 'section/falsification',
      kind: 'falsification',
      title: 'Is a closed door a signal?',
    })
    expect(await get(path)).toContain(`<a href="/threads/${id}">Hearing on the falsification signal: Is a closed door`)
  })

  it('tells members where a draft and its vote are', async () => {
    const member = await server.account('contributor')
    const { bets } = await scenarioPage(server.deps, member, { slug: 'decisive-advantage', search: '' })
    const drafted = bets.find(({ slug }) => slug === 'distributed-builders')
    expect(drafted?.argued.map(({ href }) => href)).toContainEqual(expect.stringMatching(/^\/drafts\/[a-z2-7]{20}$/))
  })

  it('turns pages that are too far to the last one', async () => {
    const { page, pages, before } = await scenarioPage(server.deps, null, {
      slug: 'decisive-advantage',
      search: '?page=9',
    })
    expect([page, pages, before]).toEqual([1, 1, null])
  })
})

describe('levers', () => {
  it('stand on one side each, and count what their own pages count', async () => {
    const { sides, total } = await leversList(server.deps, null)
    const levers = sides.flatMap((side) => side.levers)
    expect(levers).toHaveLength(total)
    for (const lever of levers) {
      const page = await leverPage(server.deps, null, lever.id)
      expect([lever.id, page.clashes.total, page.total, page.argued]).toEqual([
        lever.id,
        lever.clashes,
        lever.total,
        lever.argued,
      ])
      expect(page.pulls.flatMap(({ bets }) => bets)).toHaveLength(page.total)
    }
  })

  it('name every pair that pulls in opposite directions, declared or not', async () => {
    const { pulls, clashes } = await leverPage(server.deps, null, 'speed')
    const [minus, , plus] = pulls.map(({ bets }) => bets.map(({ slug }) => slug))
    const pairs = clashes.shown.map(({ a, b }) => `${a.slug} ${b.slug}`)
    for (const a of minus ?? []) for (const b of plus ?? []) expect(pairs).toContain([a, b].sort().join(' '))
    expect(clashes.undeclared).toBe(clashes.shown.filter(({ mechanism }) => mechanism === null).length)
    expect(await get('/levers/speed')).toContain('Follows from the pulls; nobody declares a conflict')
  })

  it('name who holds a side, and say where nobody does', async () => {
    const page = await get('/levers/information-flow')
    expect(page).toContain('<strong>36</strong> people endorse at least one')
    expect(page).toContain('Nobody is on the record as endorsing one of these yet.')
    expect(page).toContain('Nobody on the record endorses strategies on both sides of this lever.')
  })

  it('offer those spelled alike where somebody asks for one that is not there', async () => {
    expect(await nearestLevers(server.deps, 'sped')).toEqual([{ title: 'Speed', href: '/levers/speed' }])
    const page = await fetch(`${server.url}/levers/informaton-flow`)
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('<a href="/levers/information-flow">Information flow</a>')
  })
})
