import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { durableMessage, syncMessage } from '../../collab/client-messages.ts'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { messages } from '../../collab/messages.ts'
import { until } from '../factories/collab-clients.ts'
import type { TestPerson } from '../factories/draft-world.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

vi.mock('../../server/collab/limits.ts', async (original) => {
  const { limits, ...rest } = await original<typeof import('../../server/collab/limits.ts')>()
  return { ...rest, limits: { ...limits, idleRoom: 100 } }
})

const rooms = Number(process.env.OPEN_CLOSE_ROOMS ?? 300)

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function heapMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** Opens a socket, writes a title, waits until it is saved, and leaves; keeps nothing, as the test's own clients would. */
async function writeOnce(url: string, title: string): Promise<void> {
  const ws = new WebSocket(url)
  const saved = new Promise<void>((resolve, reject) => {
    ws.on('message', (data: Buffer) => data[0] === messages.durable && resolve())
    ws.on('close', (code) => reject(new Error(`closed with ${code}`)))
  })
  await once(ws, 'open')
  const doc = new Y.Doc()
  doc.getMap(fieldsRoot).set(titleKey, title)
  ws.send(syncMessage('update', Y.encodeStateAsUpdate(doc)))
  ws.send(durableMessage(1))
  await saved
  doc.destroy()
  ws.close()
}

it(`lets every room go after it was opened, written in and left, and the memory with it (${rooms} rooms)`, {
  timeout: 60_000 + rooms * 200,
}, async () => {
  const deps = testDeps()
  // Each person may begin to write in so many documents a minute.
  const people: TestPerson[] = []
  for (let i = 0; i < rooms; i += 20) people.push(await createPerson(deps, `Person ${i}`))
  const port = await listenForSockets(deps)
  async function visit(n: number): Promise<void> {
    const person = people[n % people.length] as TestPerson
    const draftId = await createTestDraft(deps, person)
    await writeOnce(`ws://127.0.0.1:${port}/collab/${draftId}?token=${person.token}`, `Room ${n}`)
  }
  async function visitMany(from: number, to: number): Promise<void> {
    for (let n = from; n < to; n += 10) {
      await Promise.all(Array.from({ length: Math.min(10, to - n) }, (_, i) => visit(n + i)))
    }
    // The site is told of a change two seconds later, and holds the room until then.
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await until('every room is let go', () => deps.collab.status().rooms === 0, 10_000)
  }
  const first = Math.max(100, rooms / 10)
  await visitMany(0, first)
  const before = heapMegabytes()
  const started = performance.now()
  await visitMany(first, rooms)
  const after = heapMegabytes()
  const seconds = Math.round((performance.now() - started) / 1000)
  process.stdout.write(
    `${JSON.stringify({ rooms: rooms - first, seconds, heapBefore: before, heapAfter: after, loads: deps.collab.metrics.load.count })}\n`,
  )
  expect(deps.collab.metrics.load.count).toBe(rooms)
  expect(deps.collab.status()).toMatchObject({ rooms: 0, sockets: 0, dirtyRooms: 0, queuedBytes: 0 })
  // A document left in memory is some 20 kB; a percent of that is what caches and counters may take.
  expect(after - before).toBeLessThan(4 + (rooms - first) * 0.0002)
})
