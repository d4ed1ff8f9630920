import type { Socket } from 'node:net'
import { connect as dial } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { connect, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

vi.mock('../../server/collab/limits.ts', async (original) => {
  const { limits, ...others } = await original<typeof import('../../server/collab/limits.ts')>()
  return { ...others, limits: { ...limits, goodbyeTime: 1_000 } }
})

const count = 1_000

it('[L1] [W3] a thousand sockets that drip, or never say who they are, keep nobody out and leave nothing behind', {
  timeout: 150_000,
}, async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const draftId = await createTestDraft(deps, ada)
  const port = await listenForSockets(deps)
  const request = [
    `GET /collab/${draftId}?token=wrong HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n')
  const before = process.memoryUsage().rss
  const sockets: Socket[] = []
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  for (let i = 0; i < count; i += 1) {
    const socket = dial({ port, host: '127.0.0.1', allowHalfOpen: true })
    socket.on('error', () => undefined)
    sockets.push(socket)
    // A third never ends its request; the others come through the door, and say half a message or nothing.
    socket.write(i % 3 === 0 ? request.slice(0, 40 + (i % 100)) : request)
    if (i % 3 === 1) socket.write(Buffer.from([0x82, 0xfe, 0x40, 0x00, 1, 2, 3, 4, 0]))
  }
  const drip = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x')
  }, 500)
  onTestFinished(() => clearInterval(drip))

  await until('all have come', () => sockets.every(({ connecting }) => !connecting), 30_000)
  const a = connect(port, draftId, ada)
  await until('let in', () => a.provider.synced, 45_000)
  a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
  await a.saved()
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  // Whoever came through the door without a name is cut off, though it never answers the goodbye.
  await until('only Ada is left', () => deps.collab.status().sockets === 1, 45_000)
  expect(deps.collab.metrics.closes.size).toBeGreaterThan(0)
  expect(deps.collab.status()).toMatchObject({ rooms: 1, queuedBytes: 0 })
  expect(a.codes).toEqual([])
})
