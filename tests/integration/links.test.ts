import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

/** Pages of which there are many alike; some of each are enough, and what they filter by is tested elsewhere. */
const samples: readonly (readonly [RegExp, number])[] = [
  // Every page leads to signing in and back.
  [/^\/sign-in\?/, 12],
  [/^\/strategies\?/, 12],
  [/^\/people\?/, 6],
  [/^\/threads\/new\?/, 6],
  [/^\/drafts\/new\?/, 4],
  [/^\/record\?/, 6],
  [/^\/threads\/[a-z2-7]{20}\?/, 12],
  [/^\/(?:matrix|map|axes|compare|portfolio|paths|commitments|held-together|signals)\?/, 6],
]

interface Page {
  status: number
  anchors: Set<string>
  links: string[]
}

/** Walks the site from the overview as somebody who is signed out. */
async function crawl(): Promise<{ pages: Map<string, Page>; from: Map<string, string>; wanted: Set<string> }> {
  const pages = new Map<string, Page>()
  const from = new Map<string, string>([['/', '']])
  const wanted = new Set<string>()
  const taken = new Map<RegExp, number>()
  const queue = ['/']
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await fetch(server.url + path, { redirect: 'manual' })
    const isHtml = (answer.headers.get('content-type') ?? '').startsWith('text/html')
    const html = isHtml ? await answer.text() : ''
    const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    const anchors = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))
    pages.set(path, { status: answer.status, anchors, links })
    for (const href of links) {
      if (!/^[/#]/.test(href)) continue
      const [address = '', anchor] = href.split('#')
      const target = address === '' ? path : address
      if (anchor) wanted.add(`${target}#${anchor} on ${path}`)
      if (from.has(target)) continue
      const sample = samples.find(([pattern]) => pattern.test(target))
      const seen = sample ? (taken.get(sample[0]) ?? 0) : 0
      if (sample && seen >= sample[1]) continue
      if (sample) taken.set(sample[0], seen + 1)
      from.set(target, path)
      queue.push(target)
    }
  }
  return { pages, from, wanted }
}

describe('every link of the site, signed out', () => {
  it('leads to a page, and to an anchor that is there', async () => {
    const { pages, from, wanted } = await crawl()
    const dead = [...pages].filter(([, { status }]) => status >= 400 && status !== 401)
    expect(dead.map(([path, { status }]) => `${path}: ${status}, linked from ${from.get(path)}`)).toEqual([])
    const missing = [...wanted].filter((want) => {
      const [, target = '', anchor = ''] = /^([^#]*)#(.*) on /.exec(want) ?? []
      const page = pages.get(target)
      return page && page.status === 200 && page.anchors.size > 0 && !page.anchors.has(anchor)
    })
    expect(missing).toEqual([])
    expect(pages.size).toBeGreaterThan(200)
  }, 240_000)
})
