import { copyFileSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { docSnapshots, docUpdates, draftMembers, drafts } from '../../db/schema.ts'
import { LogThread } from '../../server/collab/log-thread.ts'
import type { LogEntry } from '../../server/collab/update-log.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

function startLog(deps: TestDeps): LogThread {
  const log = new LogThread(deps.store, deps.env.databaseFile)
  onTestFinished(() => log.stop())
  return log
}

function entry(draftId: string, actorId: string, seq: number, more: Partial<LogEntry> = {}): LogEntry {
  const bytes = new Uint8Array([seq])
  return { draftId, generation: 1, seq, actorId, bytes, newClients: [], at: 0, admittedAt: 0, byServer: false, ...more }
}

async function seqsOf(deps: TestDeps, draftId: string): Promise<number[]> {
  const rows = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, draftId))
  return rows.map(({ seq }) => seq)
}

describe('the log in a thread of its own', () => {
  it('[D1] says that entries are written when everybody can read them', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const [one, other] = [await createTestDraft(deps, ada), await createTestDraft(deps, ada)]
    const log = startLog(deps)
    const refused = await log.append([entry(one, ada.id, 2), entry(other, ada.id, 2), entry(one, ada.id, 3)])
    expect(refused.size).toBe(0)
    expect(await seqsOf(deps, one)).toEqual([1, 2, 3])
    expect(await seqsOf(deps, other)).toEqual([1, 2])
    await log.saveSnapshot({ draftId: one, generation: 1, seq: 3, state: new Uint8Array([1]), at: 0 })
    expect(await deps.store.read.$count(docSnapshots)).toBe(1)
  })

  it('[D7] sees at the next commit that a right was lost, a draft deleted or replaced', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const ben = await createPerson(deps, 'Ben')
    const draft = () => createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
    const [left, deleted, replaced] = [await draft(), await draft(), await draft()]
    const all = [left, deleted, replaced]
    const log = startLog(deps)
    for (const seq of [2, 3]) {
      expect(await log.append(all.map((id) => entry(id, ben.id, seq)))).toEqual(new Set())
    }
    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ writing: 'invited' })
      await q.delete(draftMembers).where(eq(draftMembers.actorId, ben.id))
      await q.update(drafts).set({ deletedAt: 1 }).where(eq(drafts.id, deleted))
      await q.update(drafts).set({ generation: 2 }).where(eq(drafts.id, replaced))
    })
    const mixed = [
      entry(left, ada.id, 4),
      entry(left, ben.id, 5),
      entry(deleted, ada.id, 4),
      entry(replaced, ben.id, 4),
    ]
    expect(await log.append(mixed)).toEqual(new Set(all))
    expect(await log.append([entry(left, ada.id, 4)])).toEqual(new Set())
    expect(await log.append([entry(left, ben.id, 5, { byServer: true })])).toEqual(new Set())
    expect(await seqsOf(deps, left)).toEqual([1, 2, 3, 4, 5])
    expect(await seqsOf(deps, deleted)).toEqual([1, 2, 3])
  })

  it('[D5] says which failures are contradictions, and goes on', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const log = startLog(deps)
    await expect(log.append([entry(draftId, ada.id, 2), entry(draftId, ada.id, 1)])).rejects.toMatchObject({
      code: expect.stringMatching(/^SQLITE_CONSTRAINT/),
    })
    expect(await seqsOf(deps, draftId)).toEqual([1])
    await log.append([entry(draftId, ada.id, 2)])
    expect(await seqsOf(deps, draftId)).toEqual([1, 2])
  })

  it('waits for transactions of the store, and they for it, without stopping this thread', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const log = startLog(deps)
    const order: string[] = []
    await log.append([])
    await Promise.all([
      deps.store.tx(async (q) => {
        await q.update(drafts).set({ title: 'Halt' }).where(eq(drafts.id, draftId))
        order.push('first')
      }),
      log.append([entry(draftId, ada.id, 2)]).then(() => order.push('log')),
      deps.store.tx(async (q) => {
        order.push(`sees ${await q.$count(docUpdates, eq(docUpdates.draftId, draftId))}`)
      }),
    ])
    expect(order).toEqual(['first', 'log', 'sees 2'])
  })

  it('[D3] fails with the reason when it cannot write, and works when it can', async () => {
    const deps = testDeps()
    const file = `${deps.env.databaseFile}.later`
    const log = new LogThread(deps.store, file)
    await expect(log.append([])).rejects.toThrow(/unable to open database file/)
    copyFileSync(deps.env.databaseFile, file)
    expect(await log.append([])).toEqual(new Set())
    await log.stop()
  })

  it('[D3] fails when the thread dies over it, and gets a new one', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const log = new LogThread({ alone: (work) => work() }, deps.env.databaseFile)
    onTestFinished(() => log.stop())
    await log.append([])
    const { worker } = log as unknown as { worker: Worker }
    let dead: Promise<number> | undefined
    await deps.store.tx(async () => {
      // It waits for this transaction, in the middle of its own.
      const cut = log.append([entry(draftId, ada.id, 2)])
      cut.catch(() => undefined)
      dead = worker.terminate().finally(() => expect(cut).rejects.toThrow('the thread of the log ended'))
    })
    await dead
    expect(await seqsOf(deps, draftId)).toEqual([1])
    await log.append([entry(draftId, ada.id, 2)])
    expect(await seqsOf(deps, draftId)).toEqual([1, 2])
  })

  it('[D2] carries a room from keystroke to the other screen', async () => {
    const deps = testDeps({}, { logThread: true })
    const ada = await createPerson(deps, 'Ada')
    const ben = await createPerson(deps, 'Ben')
    const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
    const port = await listenForSockets(deps)
    const [a, b] = [connect(port, draftId, ada), connect(port, draftId, ben)]
    await synced(a, b)
    a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await a.saved()
    expect(await seqsOf(deps, draftId)).toEqual([1, 2])
    await until('Ben sees it', () => b.doc.getMap(fieldsRoot).get(titleKey) === 'Halt')
  })
})
