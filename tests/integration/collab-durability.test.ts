import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { durableMessage, statusMessage } from '../../collab/client-messages.ts'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { docClients, docSnapshots, docUpdates } from '../../db/schema.ts'
import { CommitQueue } from '../../server/collab/commit-queue.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { CollabMetrics } from '../../server/collab/metrics.ts'
import type { LogEntry, UpdateLog } from '../../server/collab/update-log.ts'
import { createUpdateLog } from '../../server/collab/update-log.ts'
import { connect, rawAs, statusesOf, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft, sampleContent } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

/** A log on a disk that can be made to fail. */
function brittle(log: UpdateLog) {
  return {
    broken: false,
    failures: 0,
    async append(entries: readonly LogEntry[]) {
      if (this.broken) {
        this.failures += 1
        throw new Error('no space left on device')
      }
      return log.append(entries)
    },
    saveSnapshot: log.saveSnapshot,
  }
}

describe('when the disk fails', () => {
  it('[D3] nothing is lost, nobody is told that it is saved, and it goes on when the disk works again', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const ben = await createPerson(deps, 'Ben')
    const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
    const log = brittle(createUpdateLog(deps.store))
    const collab = createCollab(deps, log)
    const port = await listenForSockets({ collab })
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    const watcher = await rawAs(port, draftId, ben)
    watcher.send(statusMessage)
    await until('a status', () => statusesOf(watcher).length === 1)

    log.broken = true
    a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    const asked = a.saved()
    await until('several attempts', () => log.failures >= 3)
    expect(collab.status()).toMatchObject({ dirtyRooms: 1 })
    expect(collab.status().queuedBytes).toBeGreaterThan(0)
    expect(b.doc.getMap(fieldsRoot).get(titleKey)).toBe('Pause')
    const late = connect(port, draftId, ben)
    await synced(late)
    expect(late.doc.getMap(fieldsRoot).get(titleKey)).toBe('Pause')
    expect(await deps.store.read.$count(docUpdates, eq(docUpdates.draftId, draftId))).toBe(1)
    expect(statusesOf(watcher).map(({ state }) => state)).toEqual(['ok', 'degraded'])

    log.broken = false
    await asked
    await until('Ben sees it', () => b.doc.getMap(fieldsRoot).get(titleKey) === 'Halt')
    await until('who came meanwhile sees it', () => late.doc.getMap(fieldsRoot).get(titleKey) === 'Halt')
    expect(collab.status()).toMatchObject({ dirtyRooms: 0, queuedBytes: 0 })
    expect(statusesOf(watcher).map(({ state }) => state)).toEqual(['ok', 'degraded', 'ok'])
    await collab.close()
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt')
  })

  it('[D5] a document that the log will not have does not hold up the others', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const good = await createTestDraft(deps, ada)
    const bad = await createTestDraft(deps, ada)
    const a = connect(await listenForSockets(deps), good, ada)
    await synced(a)
    await deps.collab.readDraft(bad)
    // Another process has written the row that the room in memory believes is free.
    await deps.store.tx(async (q) => {
      const [row] = await q.select().from(docUpdates).where(eq(docUpdates.draftId, bad))
      if (row) await q.insert(docUpdates).values({ ...row, seq: 2 })
    })
    const written = expect(
      deps.collab.transact(bad, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt')),
    ).resolves.toEqual({ seq: 3 })
    a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await a.saved()
    // The room was loaded anew from what the log says, and the change was made there.
    await written
    expect((await deps.collab.readDraft(bad)).seq).toBe(3)
  })

  it('[D4] a damaged row is refused, and the room is not served empty', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    await deps.store.tx(async (q) => {
      await q
        .update(docUpdates)
        .set({ bytes: Buffer.from([0, 0]) })
        .where(eq(docUpdates.draftId, draftId))
    })
    await expect(deps.collab.readDraft(draftId)).rejects.toMatchObject({ code: 'unavailable' })
    const client = await rawAs(await listenForSockets(deps), draftId, ada)
    expect((await client.closed).code).toBe(1013)
    expect(client.frames).toEqual([])
  })
})

describe('the log', () => {
  it('[A4] keeps who wrote and which client ids are whose', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const ben = await createPerson(deps, 'Ben')
    const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
    const b = connect(await listenForSockets(deps), draftId, ben)
    await synced(b)
    b.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await b.saved()
    const rows = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, draftId))
    expect(rows.map(({ seq, actorId }) => [seq, actorId])).toEqual([
      [1, ada.id],
      [2, ben.id],
    ])
    const clients = await deps.store.read.select().from(docClients).where(eq(docClients.draftId, draftId))
    expect(clients.map(({ client, actorId, firstSeq }) => [client, actorId, firstSeq])).toEqual([
      [1, ada.id, 1],
      [b.doc.clientID, ben.id, 2],
    ])
  })

  it('[D9] is shortened by snapshots that say the same', { timeout: 40_000 }, async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    for (let i = 0; i < 210; i += 1) {
      await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set('source-note', `note ${i}`))
    }
    await until('a snapshot', async () => (await deps.store.read.$count(docSnapshots)) > 0, 30_000)
    const [snapshot] = await deps.store.read.select().from(docSnapshots)
    expect(snapshot?.seq).toBeGreaterThan(200)
    const second = createCollab(deps)
    expect(await second.readDraft(draftId)).toEqual(await deps.collab.readDraft(draftId))
    await second.close()
  })

  it('writes the changes of many documents in one transaction', async () => {
    const batches: number[] = []
    const committed: string[] = []
    const queue = new CommitQueue(
      {
        async append(entries) {
          batches.push(entries.length)
          return new Set()
        },
        async saveSnapshot() {},
      },
      {
        committed: (draftId, entries) => committed.push(`${draftId}:${entries.length}`),
        refused: () => undefined,
        degraded: () => undefined,
      },
      testDeps().log,
      new CollabMetrics(),
    )
    for (let i = 0; i < 30; i += 1) {
      queue.add({
        draftId: `d${i % 3}`,
        generation: 1,
        seq: i,
        actorId: 'a',
        bytes: new Uint8Array(1),
        newClients: [],
        at: 0,
        admittedAt: 0,
        byServer: false,
      })
    }
    await queue.flush()
    expect(batches).toEqual([30])
    expect(committed).toEqual(['d0:10', 'd1:10', 'd2:10'])
    queue.stop()
  })

  it('[D1] a change of the server that throws half-way leaves nothing behind', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const change = deps.collab.transact(draftId, ada.id, (doc) => {
      doc.getMap(fieldsRoot).set(titleKey, 'Half')
      throw new Error('no more')
    })
    await expect(change).rejects.toThrow('no more')
    expect((await deps.collab.readDraft(draftId)).content).toEqual(sampleContent)
  })

  it('closing flushes what waits and sends everybody home with 1012', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const collab = createCollab(deps)
    const port = await listenForSockets({ collab })
    const a = connect(port, draftId, ada)
    await synced(a)
    const raw = await rawAs(port, draftId, ada)
    a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await a.saved()
    raw.send(durableMessage(1))
    await collab.close()
    expect((await raw.closed).code).toBe(1012)
    expect(a.codes).toContain(1012)
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt')
  })
})
