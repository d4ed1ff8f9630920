import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

// A page of the same host over https is not among them: which scheme a proxy speaks is known only from PUBLIC_URL.
it('[W1] opens to no other Origin, whatever the headers, and loads nothing for them', {
  timeout: 180_000,
}, async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const draftId = await createTestDraft(deps, ada)
  const port = await listenForSockets(deps)
  const here = `127.0.0.1:${port}`
  const origins = [
    'null',
    'https://evil.example',
    `http://127.0.0.1.evil.example:${port}`,
    `http://${here}.evil.example`,
    `http://evil.example:${port}`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    `http://${here}/`,
    `http://${here}@evil.example`,
    `ws://${here}`,
    `file://${here}`,
    'chrome-extension://abcdef',
    `HTTP://${here}`,
    `http://${here}, http://${here}`,
    ' ',
    'undefined',
    '*',
    `http://localhost:${port}`,
    `http://[::1]:${port}`,
    `http://0x7f000001:${port}`,
  ]
  const others: Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'same-origin' },
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-proto': 'https' },
    { forwarded: 'host=evil.example' },
    { referer: `http://${here}/` },
    { 'x-original-url': '/' },
    { authorization: 'Bearer x' },
    { 'sec-websocket-version': '13' },
    { 'x-http-method-override': 'POST' },
  ]
  const variants = origins.flatMap((origin) => others.map((headers) => ({ origin, headers })))
  expect(variants).toHaveLength(200)
  const codes = new Map<string, number>()
  const knock = async ({ origin, headers }: (typeof variants)[number]) => {
    const ws = new WebSocket(`ws://${here}/collab/${draftId}`, [], {
      headers: { ...headers, origin, cookie: ada.cookie },
    })
    ws.on('error', () => undefined)
    const code = await new Promise<number>((resolve) => ws.on('close', resolve))
    codes.set(`${origin} ${JSON.stringify(headers)}`, code)
  }
  for (let i = 0; i < variants.length; i += 20) await Promise.all(variants.slice(i, i + 20).map(knock))
  expect([...codes].filter(([, code]) => code !== 4403)).toEqual([])
  // The server hears of the last close a moment after the client.
  await until('all are gone', () => deps.collab.status().sockets === 0)
  expect(deps.collab.status().rooms).toBe(0)
})
