import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { actors, events } from '../../db/schema.ts'
import { openReader } from '../../db/store.ts'
import { firstChainFault } from '../../domain/record/chain.ts'
import { recordEvent } from '../../server/record/record-event.ts'
import { testDeps } from '../factories/test-deps.ts'

const person = (id: string) => ({ id, type: 'user' as const, name: id, createdAt: 0 })

describe('the store', () => {
  it('keeps a transaction whole or not at all', async () => {
    const { store } = testDeps()
    const crash = store.tx(async (q) => {
      await q.insert(actors).values(person('a'))
      throw new Error('power cut')
    })
    await expect(crash).rejects.toThrow('power cut')
    expect(await store.read.select().from(actors)).toEqual([])
    await store.tx(async (q) => q.insert(actors).values(person('b')))
    expect(await store.read.select({ id: actors.id }).from(actors)).toEqual([{ id: 'b' }])
  })

  it('runs transactions one after another, so that nothing read is stale when it is written', async () => {
    const { store } = testDeps()
    await store.tx(async (q) => q.insert(actors).values(person('0')))
    const increments = Array.from({ length: 50 }, () =>
      store.tx(async (q) => {
        const [row] = await q.select().from(actors).where(eq(actors.id, '0'))
        await q
          .update(actors)
          .set({ createdAt: (row?.createdAt ?? 0) + 1 })
          .where(eq(actors.id, '0'))
      }),
    )
    await Promise.all(increments)
    const [row] = await store.read.select().from(actors)
    expect(row?.createdAt).toBe(50)
  })

  it('refuses a transaction inside a transaction instead of waiting for ever', async () => {
    const { store } = testDeps()
    await expect(store.tx(async () => store.tx(async () => 1))).rejects.toThrow('pass q on')
  })

  it('lets nobody write outside a transaction', async () => {
    const { store } = testDeps()
    await expect(store.read.insert(actors).values(person('a'))).rejects.toThrow(/readonly/)
  })

  it('refuses rows that point nowhere', async () => {
    const { store } = testDeps()
    const { users } = await import('../../db/schema.ts')
    const orphan = {
      actorId: 'nobody',
      email: 'a@b.c',
      passwordHash: null,
      role: 'reader' as const,
      colour: '#000',
      suspendedAt: null,
    }
    await expect(store.tx(async (q) => q.insert(users).values(orphan))).rejects.toThrow()
  })

  it('lets the command line write while the server has the file open', async () => {
    const { store, env } = testDeps()
    const other = new Database(env.databaseFile)
    other.prepare("insert into actors values ('cli', 'system', 'cli', 0)").run()
    other.close()
    expect(await store.read.select({ id: actors.id }).from(actors)).toEqual([{ id: 'cli' }])
  })
})

describe('scrubbing', () => {
  it('waits for who reads an earlier moment, holds up nobody, and leaves the log empty', async () => {
    const { store, env } = testDeps()
    await store.tx(async (q) => q.insert(actors).values(person('a')))
    const { database } = openReader(env.databaseFile)
    database.exec('BEGIN')
    database.prepare('select * from actors').all()
    const scrubbed = store.scrub()
    await store.tx(async (q) => q.insert(actors).values(person('b')))
    expect(database.prepare('select id from actors').pluck().all()).toEqual(['a'])
    database.close()
    await scrubbed
    expect(statSync(`${env.databaseFile}-wal`).size).toBe(0)
  })
})

describe('recording events', () => {
  it('[R1] [R3] chains what concurrent acts record', async () => {
    const deps = testDeps()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        deps.store.tx((q) =>
          recordEvent(deps, q, { type: 'thing.done', subject: `thing/${n}`, payload: { n }, leaf: { name: `n${n}` } }),
        ),
      ),
    )
    const rows = await deps.store.read.select().from(events).orderBy(events.seq)
    expect(rows).toHaveLength(20)
    expect(firstChainFault(rows, new Map())).toBeNull()
  })

  it('forgets the event when its act is rolled back', async () => {
    const deps = testDeps()
    await expect(
      deps.store.tx(async (q) => {
        await recordEvent(deps, q, { type: 'thing.done', subject: 'thing/1', payload: {} })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await deps.store.read.select().from(events)).toEqual([])
  })
})
