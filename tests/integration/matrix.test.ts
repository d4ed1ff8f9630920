import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AtlasIndex } from '../../server/views/atlas-index.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
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
  const answer = await fetch(server.url + path)
  return { status: answer.status, text: (await answer.text()).replaceAll('<!-- -->', '') }
}
/** Every pair as `a b kind`, both ways round folded into one. */
const fold = (a: string, b: string, kind: string) => (a < b ? `${a} ${b} ${kind}` : `${b} ${a} ${kind}`)
const expected = () => index.pairs.map(({ a, b, kind }) => `${a} ${b} ${kind}`).sort()

describe('the matrix', () => {
  it('draws each of the 354 pairs twice, counts them on top, and stays under 200 kB', async () => {
    const { text } = await get('/matrix')
    expect(text.length).toBeLessThan(200_000)
    const cells = [...text.matchAll(/href="\?cell=([a-z0-9-]+)~([a-z0-9-]+)#cell" aria-label="(\w+)"/g)]
    expect(cells).toHaveLength(2 * 354)
    const drawn = cells.map(([, a = '', b = '', kind = '']) => fold(a, b, kind))
    expect([...new Set(drawn)].sort()).toEqual(expected())
    expect(drawn.length).toBe(2 * new Set(drawn).size)
    for (const n of ['51', '221', '82', '2,496']) expect(text).toContain(`<dd>${n}</dd>`)
    expect(text).toContain('354 of 2,850 pairs of 76 strategies are related.')
  })

  it('says the same in its list and in its download, with the mechanism of each pair', async () => {
    const label = new Map(index.vocabulary.mechanisms.map((one) => [one.id as string, one.label]))
    const { text } = await get('/matrix?view=list')
    const listed = [...text.matchAll(/cell=([a-z0-9-]+)~([a-z0-9-]+)#cell">([^<]+)<\/a>/g)].map(
      ([, a, b, mechanism]) => `${a} ${b} ${mechanism}`,
    )
    expect(listed.sort()).toEqual(index.pairs.map(({ a, b, mechanism }) => `${a} ${b} ${label.get(mechanism)}`).sort())
    const [, ...rows] = (await get('/matrix.csv')).text.trim().split('\r\n')
    const exported = rows.map((row) => {
      const [a, , b, , kind, mechanism] = row.split(',')
      return `${a} ${b} ${kind} ${mechanism}`
    })
    expect(exported.sort()).toEqual(
      index.pairs.map(({ a, b, kind, mechanism }) => `${a} ${b} ${kind} ${mechanism}`).sort(),
    )
  })

  it('agrees with the page of every strategy', async () => {
    for (const { slug } of index.byKind('strategy')) {
      const relations = index.relationsOf(slug).map(({ entry, kind }) => fold(slug, entry.slug, kind))
      expect(relations.sort()).toEqual(expected().filter((pair) => pair.split(' ').slice(0, 2).includes(slug)))
    }
  })

  it('narrows by kind and lever, in the matrix, the list and the download alike', async () => {
    const grid = (await get('/matrix?kind=conflict&lever=speed')).text
    expect(grid).toContain('<strong>7</strong> rows')
    expect(grid).not.toContain('aria-label="complement"')
    const query = 'kind=conflict&lever=speed'
    const listed = (await get(`/matrix?view=list&${query}`)).text.match(/#cell">/g)?.length
    const exported = (await get(`/matrix.csv?${query}`)).text.trim().split('\r\n').length - 1
    expect(listed).toBe(exported)
    const drawn = [...grid.matchAll(/cell=([a-z0-9-]+)~([a-z0-9-]+)#/g)].map(([, a = '', b = '']) => fold(a, b, ''))
    expect(new Set(drawn).size).toBe(exported)
  })

  it('opens a cell, related or not, and names what it does not understand', async () => {
    const conflict = (await get('/matrix?cell=pause~race-to-aligned-superintelligence')).text
    expect(conflict).toContain('Lever opposition')
    expect(conflict).toContain('Declared by both')
    expect((await get('/matrix?cell=pause~mass-literacy')).text).toContain('Neither declares anything about the other')
    const missing = await get('/matrix?cell=pause~mass-literecy')
    expect([missing.status, missing.text.includes('href="/strategies/mass-literacy"')]).toEqual([200, true])
    for (const odd of ['kind=love', 'lever=none', 'cell=pause', 'page=0', 'lever=speed%00']) {
      const answer = await get(`/matrix?${odd}`)
      expect([odd, answer.status, answer.text.includes('was not understood')]).toEqual([odd, 200, true])
    }
  })
})
