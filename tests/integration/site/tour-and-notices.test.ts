import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const html = async (path: string, cookie?: string) =>
  (await fetch(server.url + path, { headers: cookie ? { cookie } : {} })).text()

/** Follows the tour by its own links. */
async function walk(cookie?: string): Promise<string[]> {
  const first = await html('/', cookie)
  const visited: string[] = []
  let next = /<a href="([^"]*tour=1[^"]*)"/.exec(first)?.[1]
  while (next?.includes('tour=')) {
    const path = next.replaceAll('&amp;', '&')
    visited.push(path)
    const answer = await fetch(server.url + path, { headers: cookie ? { cookie } : {} })
    expect([path, answer.status]).toEqual([path, 200])
    const page = await answer.text()
    expect(page).toContain(
      `Tour, ${visited.length} of 4`
        .replace(/(\d) of (\d)/, '$1<!-- --> of <!-- -->$2')
        .replace('Tour, ', 'Tour, <!-- -->'),
    )
    next = /<p class="tour-ways"><a[^>]*href="([^"]*)"/.exec(page)?.[1]
  }
  expect(next).toBe('/welcome')
  return visited
}

describe('the tour', () => {
  it('has four stops that a signed-out reader may open, the first at a falsification signal', async () => {
    const visited = await walk()
    expect(visited).toHaveLength(4)
    expect(visited[0]).toMatch(/^\/strategies\/[a-z0-9-]+\?tour=1#falsification$/)
  })

  it('leads a member to a draft, a ballot and a workshop that are really there', async () => {
    const visited = await walk(await server.signIn('contributor'))
    expect(visited[1]).toMatch(/^\/drafts\//)
    expect(visited[2]).toMatch(/^\/ballots\//)
  })

  it.each(['0', '5', '-1', 'x', '1e3', ''])('shows nothing for a stop that is none (%j)', async (stop) => {
    expect(await html(`/help?tour=${stop}`)).not.toContain('class="frame-notice tour"')
  })
})

describe('the way in for newcomers', () => {
  it('is put away for good by whoever is signed in, and by nobody else', async () => {
    const cookie = await server.signIn('reviewer')
    expect(await html('/', cookie)).toContain('New here?')
    const send = (headers: Record<string, string>, what: string) =>
      fetch(`${server.url}/welcome`, {
        method: 'POST',
        body: new URLSearchParams({ what, next: '//elsewhere.example' }),
        headers: { origin: server.url, ...headers },
        redirect: 'manual',
      })
    expect((await send({}, 'welcome')).status).toBe(401)
    expect((await send({ cookie }, 'something')).status).toBe(400)
    const done = await send({ cookie }, 'welcome')
    expect([done.status, done.headers.get('location')]).toEqual([303, '/'])
    expect(await html('/', cookie)).not.toContain('New here?')
    expect(await html('/')).toContain('New here?')
  })
})
