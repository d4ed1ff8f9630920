import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

async function png(path: string) {
  const answer = await fetch(server.url + path)
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png'])
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
  return { bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), headers: answer.headers }
}

describe('pictures made on the server', () => {
  it('are there for an entry of every kind, as its page says', async () => {
    const places = ['strategies/pause', 'people/yann-lecun', 'concepts/sovereign-ai', 'scenarios/decisive-advantage']
    const sizes = new Set<number>()
    for (const place of places) {
      const { bytes, width, height, headers } = await png(`/${place}/card.png`)
      expect([width, height]).toEqual([1200, 630])
      // Words are drawn: an empty ground takes a few kB.
      expect(bytes.length).toBeGreaterThan(20_000)
      expect(bytes.length).toBeLessThan(200_000)
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      sizes.add(bytes.length)
      expect(await (await fetch(`${server.url}/${place}`)).text()).toMatch(
        new RegExp(`property="og:image" content="[^"]*/${place}/card.png"`),
      )
    }
    expect(sizes.size).toBe(places.length)
    expect((await fetch(`${server.url}/strategies/none/card.png`)).status).toBe(404)
  })

  it('are there for the charts, beside SVG and CSV', async () => {
    for (const chart of ['density', 'relations', 'coverage']) {
      const { bytes, width } = await png(`/charts/${chart}.png?s=pause,open-source-maximalism`)
      expect(width).toBeGreaterThan(1000)
      expect(bytes.length).toBeGreaterThan(20_000)
    }
    expect(await (await fetch(`${server.url}/axes`)).text()).toContain('/charts/density.png')
    expect((await fetch(`${server.url}/charts/density.gif`)).status).toBe(404)
    expect((await fetch(`${server.url}/charts/toString.png`)).status).toBe(404)
  })
})
