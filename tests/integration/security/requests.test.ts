import { connect } from 'node:net'
import { count } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events, sessions } from '../../../db/schema.ts'
import { makeSession } from '../../factories/accounts.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ env: { METRICS_TOKEN: 'a token for the monitoring' } })
}, 60_000)
afterAll(() => server.stop())

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' }

function send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
  return fetch(server.url + path, { redirect: 'manual', ...init })
}

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = form(fields)
  return send(path, {
    method: 'POST',
    body,
    headers: { ...urlencoded, Origin: server.url, Accept: 'text/html', ...headers },
  })
}

/** What a browser cannot send with fetch: the request line as it is. */
function raw(lines: string[]): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => {
      answer += chunk
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
    socket.write(`${lines.join('\r\n')}\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`)
  })
}

describe('headers', () => {
  const asset = async () => /\/assets\/[\w./-]+\.css/.exec(await (await send('/sign-in')).text())?.[0] ?? 'none'

  it('stand on every kind of answer', async () => {
    const css = await asset()
    const first = await send(css)
    const answers: [string, Response][] = [
      ['page', await send('/sign-in')],
      ['page with cookie', await send('/account', { headers: { Cookie: await server.signIn('contributor') } })],
      ['data', await send('/sign-in?_data=routes%2Fsign-in')],
      ['not found', await send('/no/such/page')],
      ['refused loader', await send('/drafts')],
      ['redirect', await send('/account')],
      ['cross-site', await post('/sign-in', {}, { Origin: 'https://evil.example' })],
      ['wrong method', await send('/sign-in', { method: 'DELETE', headers: { Origin: server.url } })],
      ['asset', first],
      [
        'asset 304',
        await send(css, {
          headers: { 'If-None-Match': first.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' },
        }),
      ],
      ['asset 404', await send('/assets/none.css')],
      ['asset traversal', await send('/assets/%2e%2e%2fserver/index.js')],
      ['health', await send('/healthz')],
      ['API', await send('/api/v1/openapi.json')],
      ['API refusal', await send('/api/v1/drafts/none')],
      ['API not found', await send('/api/v1/none')],
      ['manifest', await send('/__manifest?p=/')],
      ['too large', await post('/sign-in', { email: 'x'.repeat(1_100_000) })],
      ['malformed address', await send('/%ff')],
    ]
    expect(answers.find(([name]) => name === 'asset 304')?.[1].status).toBe(304)
    for (const [name, { headers }] of answers) {
      const policy = headers.get('content-security-policy')
      expect(policy, name).toMatch(/default-src 'none'/)
      expect(policy, name).toMatch(/frame-ancestors 'none'/)
      expect(policy, name).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/)
      expect(policy, name).not.toMatch(/unsafe/)
      expect(headers.get('x-content-type-options'), name).toBe('nosniff')
      expect(headers.get('referrer-policy'), name).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy'), name).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy'), name).toBe('same-origin')
      expect(headers.get('permissions-policy'), name).toContain('camera=()')
      expect(headers.get('x-powered-by'), name).toBeNull()
      expect(headers.get('access-control-allow-origin'), name).toBeNull()
    }
  })

  it('carry a fresh nonce each time, and every script and style of a signed-in page has it', async () => {
    const cookie = await server.signIn('contributor')
    const nonces = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const answer = await send('/account', { headers: { Cookie: cookie } })
      const nonce = /nonce-([\w+/=]+)/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
      nonces.add(nonce)
      const html = await answer.text()
      const inline = [...html.matchAll(/<(?:script|style)\b([^>]*)>/g)].filter(([, rest]) => !rest?.includes('src='))
      expect(inline.length).toBeGreaterThan(0)
      for (const [tag, rest] of inline) expect(rest, tag).toContain(`nonce="${nonce}"`)
      expect(html).not.toMatch(/ style="| on\w+="/)
    }
    expect(nonces.size).toBe(3)
  })

  it('signed-out pages run the palette and nothing else; signed-in ones are kept by no cache', async () => {
    const signedOut = await (await send('/strategies')).text()
    const scripts = [...signedOut.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts).toEqual([expect.stringMatching(/^<script src="\/palette\.js[^"]*" defer=""( nonce="[^"]*")?>$/)])
    const headers = { Cookie: await server.signIn('contributor') }
    for (const path of ['/account', '/account?_data=routes%2Faccount', '/no/such/page']) {
      const answer = await send(path, { headers })
      expect(answer.headers.get('cache-control'), path).toBe('private, no-store')
      expect(answer.headers.get('vary'), path).toMatch(/Cookie/)
    }
  })
})

describe('requests from elsewhere', () => {
  const origins: [string, Record<string, string>][] = [
    ['a foreign origin', { Origin: 'https://evil.example' }],
    ['the same host on another port', { Origin: 'http://127.0.0.1:1' }],
    ['origin null', { Origin: 'null' }],
    ['no origin', {}],
    ['own origin, but cross-site says the browser', { Origin: 'own', 'Sec-Fetch-Site': 'cross-site' }],
    ['own origin, but same-site says the browser', { Origin: 'own', 'Sec-Fetch-Site': 'same-site' }],
    ['own origin with a path', { Origin: 'own/x' }],
  ]
  const addresses = ['/sign-in', '/account', '/sign-out', '/drafts/new', '/no/such/page', '/']
  const cells = origins.flatMap(([name, headers]) =>
    (['POST', 'PUT', 'PATCH', 'DELETE'] as const).flatMap((method) =>
      addresses.flatMap((path) =>
        ['', '?_data=routes%2Faccount', '?index'].map((query) => ({ name, headers, method, path, query })),
      ),
    ),
  )

  it(`are refused: ${cells.length} combinations, and nothing changes`, async () => {
    const cookie = await server.signIn('contributor')
    const state = async () => [
      await server.deps.store.read.select({ n: count() }).from(events),
      await server.deps.store.read.select().from(sessions),
    ]
    const before = await state()
    for (const { name, headers, method, path, query } of cells) {
      const sent = Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [key, value.replace(/^own/, server.url)]),
      )
      const body = form({ intent: 'change-name', name: 'Changed', kind: 'strategy', title: 'Changed' })
      const answer = await send(path + query, { method, body, headers: { ...urlencoded, Cookie: cookie, ...sent } })
      expect(answer.status, `${method} ${path}${query} with ${name}`).toBe(403)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect(await state()).toEqual(before)
  }, 60_000)

  it('pass when they come from this site', async () => {
    const cookie = await server.signIn('reviewer')
    const name = `Priya ${Date.now()}`
    const answer = await post(
      '/account',
      { intent: 'change-name', name },
      { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    )
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?done=name'])
    expect((await server.account('reviewer')).name).toBe(name)
  })

  it('reading never writes', async () => {
    const cookie = await server.signIn('admin')
    const before = await server.deps.store.read.select({ n: count() }).from(events)
    for (const path of [
      '/',
      '/account',
      '/sign-out',
      '/sign-in?demo=x',
      '/account?intent=change-name&name=X',
      '/drafts/new',
    ]) {
      await send(path, { headers: { Cookie: cookie } })
    }
    expect(await server.deps.store.read.select({ n: count() }).from(events)).toEqual(before)
  })

  it('the API takes no cookie', async () => {
    const answer = await send('/api/v1/drafts', {
      method: 'POST',
      body: '{"kind":"strategy","title":"X"}',
      headers: { 'Content-Type': 'application/json', Origin: server.url, Cookie: await server.signIn('moderator') },
    })
    expect(answer.status).toBe(401)
  })
})

describe('methods', () => {
  it('HEAD answers as GET without a body; OPTIONS names what there is; others are refused', async () => {
    const head = await send('/sign-in', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const options = await send('/sign-in', { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST'])
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const answer = await send('/sign-in', { method, headers: { Origin: server.url } })
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, POST'])
    }
    expect(await raw(['TRACE / HTTP/1.1'])).toMatch(/^HTTP\/1\.1 (?:403|405)/)
  })

  it('a page without an action refuses POST', async () => {
    expect((await post('/no/such/page', {})).status).toBe(404)
  })
})

describe('size', () => {
  it('a form above a megabyte is refused before it is read', async () => {
    const answer = await post('/sign-in', { email: 'x'.repeat(1_100_000) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('One form may carry a megabyte')
  })

  it('a form must say how long it is', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('email=a'))
        controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half', headers: { ...urlencoded, Origin: server.url } }
    expect((await send('/sign-in', init as RequestInit & { headers: Record<string, string> })).status).toBe(413)
  })

  it('a form just below is taken', async () => {
    expect((await post('/sign-in', { email: 'x'.repeat(900_000), password: 'y' })).status).toBe(400)
  })
})

describe('files', () => {
  it('nothing outside the client folder can be read', async () => {
    const secrets = ['package.json', 'server/index.js', '.env', 'data/session-secret']
    const heads = ['/', '/assets/']
    const climbs = [
      '../',
      '..%2f',
      '%2e%2e/',
      '%2e%2e%2f',
      '..%5c',
      '..\\',
      '%2e%2e%5c',
      './../',
      '....//',
      '..%00/',
      '..;/',
    ]
    for (const head of heads) {
      for (const climb of climbs) {
        for (const secret of secrets) {
          for (const depth of [1, 2, 3]) {
            const answer = await raw([`GET ${head}${climb.repeat(depth)}${secret} HTTP/1.1`])
            expect(answer, head + climb + secret).toMatch(/^HTTP\/1\.1 (?:400|403|404) /)
            expect(answer).not.toMatch(/"dependencies"|serverBuild|SESSION_SECRET/)
          }
        }
      }
    }
  }, 60_000)

  it('strange paths never make the server fail', async () => {
    const piece = fc.constantFrom(
      '/',
      '..',
      '.',
      '%2f',
      '%5c',
      '\\',
      '%00',
      '%ff',
      'assets',
      ';',
      ':',
      '@',
      '%',
      '~',
      'a',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const status = Number(/^HTTP\/1\.1 (\d+)/.exec(await raw([`GET /${pieces.join('')} HTTP/1.1`]))?.[1])
        return status < 500 || status === 0
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('the framework has no manifest, and no source, no map is served', async () => {
    for (const path of [
      '/__manifest',
      '/__manifest?p=/&version=1',
      '/@fs/etc/passwd',
      '/@vite/client',
      '/app/root.tsx',
      '/.git/config',
    ]) {
      expect((await send(path)).status, path).toBe(404)
    }
  })
})

describe('metrics', () => {
  it('need the token', async () => {
    expect((await send('/metrics')).status).toBe(401)
    expect((await send('/metrics', { headers: { Authorization: 'Bearer wrong' } })).status).toBe(401)
    const answer = await send('/metrics', { headers: { Authorization: 'Bearer a token for the monitoring' } })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(/^folkmoot_collab_rooms \d+$/m)
  })
})

describe('signing in over HTTP', () => {
  const address = () => ({ email: 'moderator@demo.invalid', password: 'folkmoot-demo' })

  it('sets a cookie and goes where it was asked to, on this site only', async () => {
    const answer = await post('/sign-in?next=%2Fdrafts%3Fx%3D1', address())
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/drafts?x=1'])
    expect(answer.headers.get('set-cookie')).toMatch(
      /^folkmoot=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
    )
    for (const next of [
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
      '/%2fevil.example',
      'javascript:alert(1)',
    ]) {
      expect((await post(`/sign-in?next=${encodeURIComponent(next)}`, address())).headers.get('location'), next).toBe(
        '/',
      )
    }
  })

  it('one click, a new token each time; a planted one is not taken over', async () => {
    const { actorId } = await server.account('facilitator')
    const cookies = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const planted = 'folkmoot=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
      const answer = await post('/sign-in', { demo: actorId }, { Cookie: planted })
      expect(answer.status).toBe(303)
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      expect(cookie).not.toBe(planted)
      cookies.add(cookie)
    }
    expect(cookies.size).toBe(3)
  })

  it('sign-out ends the session at once', async () => {
    const cookie = await server.signIn('contributor')
    expect((await send('/account', { headers: { Cookie: cookie } })).status).toBe(200)
    const out = await post('/sign-out', {}, { Cookie: cookie })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([303, expect.stringContaining('Max-Age=0')])
    const after = await send('/account', { headers: { Cookie: cookie } })
    expect([after.status, after.headers.get('location')]).toEqual([302, '/sign-in?next=/account'])
  })

  it('a session that has ended, or never was, is nobody', async () => {
    const ended = await makeSession(server.deps, await server.account('admin'), { expired: true })
    for (const cookie of [ended, 'folkmoot=', 'folkmoot=x', 'folkmoot=null', 'folkmoot=undefined']) {
      expect((await send('/account', { headers: { Cookie: cookie } })).status, cookie).toBe(302)
    }
  })

  it('keeps what was typed, except the password', async () => {
    const answer = await post('/sign-in?next=/drafts', { email: 'someone@example.org', password: 'secret-words-1' })
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain('someone@example.org')
    expect(html).toContain('action="/sign-in?next=%2Fdrafts"')
    expect(html).not.toContain('secret-words-1')
  })
})

describe('limits', () => {
  it('429 says when to come back, on pages and in the API, and gives back what was typed', async () => {
    const tight = await startTestServer({ writeRate: { points: 2, seconds: 60 } })
    try {
      const cookie = await tight.signIn('contributor')
      const write = (accept: string, query = '') =>
        fetch(`${tight.url}/account${query}`, {
          method: 'POST',
          redirect: 'manual',
          body: form({ intent: 'change-name', name: 'Words I <typed>', current: 'hidden-words' }),
          headers: { ...urlencoded, Origin: tight.url, Cookie: cookie, Accept: accept },
        })
      await write('text/html')
      await write('text/html')
      const page = await write('text/html')
      const html = await page.text()
      expect(page.status).toBe(429)
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(html).toMatch(/Wait \d+ seconds?, then try again/)
      expect(html).toContain('Words I &lt;typed&gt;')
      expect(html).not.toContain('hidden-words')

      const data = await write('*/*', '?_data=routes%2Faccount')
      expect(data.status).toBe(429)
      expect(await data.json()).toMatchObject({ refusal: { code: 'too-many' }, typed: { name: 'Words I <typed>' } })

      const { makeToken } = await import('../../factories/accounts.ts')
      const Authorization = `Bearer ${await makeToken(tight.deps, await tight.account('contributor'))}`
      const api = await fetch(`${tight.url}/api/v1/drafts`, {
        method: 'POST',
        body: '{}',
        headers: { Authorization, 'Content-Type': 'application/json' },
      })
      expect([api.status, api.headers.get('content-type')]).toEqual([429, 'application/problem+json; charset=utf-8'])
      expect(await api.json()).toMatchObject({ code: 'too-many', status: 429 })
      expect((await fetch(`${tight.url}/account`, { headers: { Cookie: cookie } })).status).toBe(200)
    } finally {
      await tight.stop()
    }
  }, 60_000)
})

describe('logs', () => {
  it('hold no password, token, cookie, mail or typed text', async () => {
    const canary = 'canary-7f3a'
    const cookie = await server.signIn('contributor')
    await post('/sign-in', { email: `${canary}@example.org`, password: `${canary}-password` })
    await post('/sign-up', { email: `${canary}@example.org`, name: `${canary} name`, password: `${canary}-password` })
    await post('/account', { intent: 'no-such', name: canary }, { Cookie: `${cookie}; other=${canary}` })
    await send('/api/v1/drafts', {
      method: 'POST',
      body: `{"kind": "${canary}`,
      headers: { Authorization: `Bearer ${canary}`, 'Content-Type': 'application/json' },
    })
    await send(`/no/such/page?token=${canary}`)
    server.deps.log.error(
      {
        error: Object.assign(new Error(`Failed query: select 1\nparams: ${canary}`), { params: [canary] }),
        password: canary,
        user: { email: canary, token: canary },
        headers: { cookie: canary, authorization: canary },
      },
      'planted',
    )
    expect(server.logged()).toContain('planted')
    expect(server.logged()).not.toContain(canary)
    expect(server.logged()).not.toContain(cookie.split('=')[1])
  })
})
