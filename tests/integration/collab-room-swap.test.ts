import { expect, it, onTestFinished, vi } from 'vitest'
import { fieldsRoot } from '../../collab/doc-shape.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { createUpdateLog } from '../../server/collab/update-log.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

// A room that nobody holds and that is on disk goes at once.
vi.mock('../../server/collab/limits.ts', async (original) => {
  const { limits, ...others } = await original<typeof import('../../server/collab/limits.ts')>()
  return { ...others, limits: { ...limits, idleRoom: 1, idleRooms: 0, compactAtUnload: 3, compactAfter: 5 } }
})

it('[D3] [W7] a room that is left and entered again while its commit is under way loses nothing', {
  timeout: 60_000,
}, async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const draftId = await createTestDraft(deps, ada)
  const log = createUpdateLog(deps.store)
  const slow = async (work: () => Promise<unknown>) => {
    await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 15))
    return work()
  }
  const collab = createCollab(deps, {
    append: (entries) => slow(() => log.append(entries)) as ReturnType<typeof log.append>,
    saveSnapshot: (snapshot) => slow(() => log.saveSnapshot(snapshot)) as Promise<void>,
  })
  onTestFinished(() => void collab.close())
  const port = await listenForSockets({ collab })

  const written: string[] = []
  for (let i = 0; i < 25; i += 1) {
    const client = connect(port, draftId, ada)
    await synced(client)
    // What is not on disk yet is not told yet, but it is told.
    const map = client.doc.getMap(fieldsRoot)
    await until(`all of ${i} visits`, () => written.every((key) => map.get(key) === true))
    const key = `tags/visit-${i}`
    map.set(key, true)
    written.push(key)
    // Gone as soon as the server has it in memory, which is before it is on disk.
    await until('admitted', () => collab.metrics.updateBytes.count === i + 1)
    if (i % 3 === 0) client.provider.ws?.close()
    client.provider.destroy()
    if (i % 2 === 0) await until('gone', () => collab.status().sockets === 0)
    // Most visits race the room that is going; some come after it, however slow the machine.
    if (i % 8 === 7) await until('let go between', () => collab.status().rooms === 0, 10_000)
  }
  await until('let go', () => collab.status().rooms === 0, 10_000)
  expect(collab.metrics.load.count).toBeGreaterThan(1)
  const anew = createCollab(deps)
  const { tags } = (await anew.readDraft(draftId)).content.fields
  expect(tags).toEqual(expect.arrayContaining(written.map((key) => key.slice('tags/'.length))))
  await anew.close()
})
