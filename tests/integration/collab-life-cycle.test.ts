import { asc, eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { docSnapshots, docUpdates } from '../../db/schema.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { limits } from '../../server/collab/limits.ts'
import { createUpdateLog } from '../../server/collab/update-log.ts'
import { connect, rawAs, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

vi.mock('../../server/collab/limits.ts', async (original) => {
  const { limits, ...rest } = await original<typeof import('../../server/collab/limits.ts')>()
  return {
    ...rest,
    limits: { ...limits, idleRoom: 3, idleRooms: 4, compactAtUnload: 1_000_000, compactAfter: 150, flushDeadline: 300 },
  }
})

describe('rooms', () => {
  it('are loaded once however many knock, and let go when nobody is there', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    await Promise.all(Array.from({ length: 200 }, () => deps.collab.readDraft(draftId)))
    expect(deps.collab.metrics.load.count).toBe(1)
    await until('let go', () => deps.collab.status().rooms === 0)
  })

  it('[D3] lose nothing in thousands of openings, writings and closings in any order', {
    timeout: 60_000,
  }, async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const ids = [] as string[]
    for (let i = 0; i < 8; i += 1) ids.push(await createTestDraft(deps, ada))
    const expected = new Map(ids.map((id) => [id, 0]))
    async function visit(n: number): Promise<void> {
      const id = ids[(n * 5) % ids.length] as string
      if (n % 3 > 0) await deps.collab.readDraft(id)
      else {
        const key = `tags/n${n}`
        expected.set(id, (expected.get(id) ?? 0) + 1)
        await deps.collab.transact(id, ada.id, (doc) => doc.getMap(fieldsRoot).set(key, true))
      }
    }
    for (let n = 0; n < 3_000; n += 30) {
      await Promise.all(Array.from({ length: 30 }, (_, i) => visit(n + i)))
      if (n % 300 === 0) await new Promise((resolve) => setTimeout(resolve, 4))
    }
    expect(deps.collab.metrics.load.count).toBeGreaterThan(8)
    await until('all let go', () => deps.collab.status().rooms === 0)
    for (const id of ids) {
      const { content } = await deps.collab.readDraft(id)
      const kept = (content.fields.tags as string[]).filter((tag) => tag.startsWith('n'))
      expect(kept).toHaveLength(expected.get(id) ?? -1)
    }
  })

  it('[D3] that are dirty are never let go', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const log = createUpdateLog(deps.store)
    let broken = true
    const collab = createCollab(deps, {
      ...log,
      append: (entries) => (broken ? Promise.reject(new Error('disk I/O error')) : log.append(entries)),
    })
    const change = collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(collab.status()).toMatchObject({ rooms: 1, dirtyRooms: 1, degraded: true })
    broken = false
    await change
    await until('let go', () => collab.status().rooms === 0)
    expect((await collab.readDraft(draftId)).content.title).toBe('Halt')
    expect(await collab.close()).toBe(0)
  })
})

describe('stopping', () => {
  it('[D8] says how much could not be written, within its deadline', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const log = createUpdateLog(deps.store)
    const collab = createCollab(deps, { ...log, append: () => Promise.reject(new Error('no space left on device')) })
    const change = collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
    change.catch(() => undefined)
    await until('something waits', () => collab.status().dirtyRooms === 1)
    const started = performance.now()
    expect(await collab.close()).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('[D8] spreads its closes and loses nothing that was sent meanwhile', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const collab = createCollab(deps)
    const port = await listenForSockets({ collab })
    const writer = connect(port, draftId, ada)
    await synced(writer)
    const watchers = await Promise.all(Array.from({ length: 10 }, () => rawAs(port, draftId, ada)))
    const times: number[] = []
    for (const { closed } of watchers) void closed.then(() => times.push(performance.now()))
    writer.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await until('admitted', () => collab.metrics.updateBytes.count > 0)
    expect(await collab.close()).toBe(0)
    expect((await Promise.all(watchers.map(({ closed }) => closed))).map(({ code }) => code)).toEqual(
      Array(10).fill(1012),
    )
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(limits.closeSpread * 3)
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt')
  })
})

describe('compaction', () => {
  it('[D9] races with writers and says what the log says', { timeout: 60_000 }, async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    for (let i = 0; i < 600; i += 1) {
      await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set('source-note', `note ${i}`))
    }
    await until('a snapshot', async () => (await deps.store.read.$count(docSnapshots)) >= 1, 30_000)
    const log = await deps.store.read
      .select()
      .from(docUpdates)
      .where(eq(docUpdates.draftId, draftId))
      .orderBy(asc(docUpdates.seq))
    expect(log, 'the log is kept whole').toHaveLength(601)
    for (const { seq, state } of await deps.store.read.select().from(docSnapshots)) {
      const [replayed, snapshot] = [new Y.Doc(), new Y.Doc()]
      for (const row of log.slice(0, seq)) Y.applyUpdate(replayed, row.bytes)
      Y.applyUpdate(snapshot, state)
      expect(Y.equalSnapshots(Y.snapshot(replayed), Y.snapshot(snapshot))).toBe(true)
      expect(snapshot.getMap(fieldsRoot).toJSON()).toEqual(replayed.getMap(fieldsRoot).toJSON())
    }
    expect(deps.collab.metrics.counts.compactionFailures).toBe(0)
  })

  it('[D9] never puts an older snapshot over a newer one, nor into another generation', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const log = createUpdateLog(deps.store)
    const state = Y.encodeStateAsUpdate(new Y.Doc())
    await log.saveSnapshot({ draftId, generation: 1, seq: 9, state, at: 0 })
    await log.saveSnapshot({ draftId, generation: 1, seq: 8, state, at: 0 })
    await log.saveSnapshot({ draftId, generation: 2, seq: 10, state, at: 0 })
    const kept = await deps.store.read.select({ seq: docSnapshots.seq }).from(docSnapshots)
    expect(kept).toEqual([{ seq: 9 }])
  })
})
