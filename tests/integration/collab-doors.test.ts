import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { syncMessage } from '../../collab/client-messages.ts'
import { closeCodes } from '../../collab/close-codes.ts'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { drafts } from '../../db/schema.ts'
import { Addresses, addressOf } from '../../server/collab/addresses.ts'
import { limits } from '../../server/collab/limits.ts'
import { turnSwitch } from '../../server/usecases/site/turn-switch.ts'
import { makeAccount } from '../factories/accounts.ts'
import { connect, rawAs, rawConnect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

async function world() {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  return { deps, ada, ben, draftId, port: await listenForSockets(deps) }
}

/** A change by another process, of which nobody here is told. */
function outside(file: string, statement: string, ...values: unknown[]): void {
  const database = new Database(file)
  try {
    expect(database.prepare(statement).run(...values).changes).toBeGreaterThan(0)
  } finally {
    database.close()
  }
}

describe('[W9] what another process changes reaches open sockets within two seconds', () => {
  const cases: [string, string, (ids: { actor: string; draft: string }) => unknown[], number][] = [
    ['a role', "update users set role = 'reader' where actor_id = ?", ({ actor }) => [actor], 4403],
    ['a ban', 'update users set suspended_at = 1 where actor_id = ?', ({ actor }) => [actor], 4404],
    ['a session', 'update sessions set revoked_at = 1 where actor_id = ?', ({ actor }) => [actor], 4401],
    ['a membership', "update draft_members set role = 'reader' where actor_id = ?", ({ actor }) => [actor], 4403],
    ['the state of a draft', "update drafts set state = 'published' where id = ?", ({ draft }) => [draft], 4403],
    ['a deletion', 'update drafts set deleted_at = 1 where id = ?', ({ draft }) => [draft], 4404],
  ]
  it.each(cases)('%s', async (_what, statement, values, code) => {
    const { deps, ben, draftId, port } = await world()
    const b = connect(port, draftId, ben)
    await synced(b)
    // The first look has been, so that what follows is a difference.
    await new Promise((resolve) => setTimeout(resolve, limits.rightsInterval + 100))
    outside(deps.env.databaseFile, statement, ...values({ actor: ben.id, draft: draftId }))
    await until('closed', () => b.codes.includes(code), 2_000)
  })

  it('a site that is switched to read only', async () => {
    const { deps, ben, draftId, port } = await world()
    const b = connect(port, draftId, ben)
    await synced(b)
    b.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await b.saved()
    const admin = await makeAccount(deps, { name: 'Marguerite', role: 'admin' })
    await turnSwitch(deps, admin, { key: 'read-only', on: 'yes' })
    await until('closed', () => b.codes.includes(closeCodes.notAllowed), 2_000)
    b.doc.getMap(fieldsRoot).set(titleKey, 'Halt, said later')
    // Who comes meanwhile reads and does not write.
    const late = connect(port, draftId, ben)
    await synced(late)
    expect(late.doc.getMap(fieldsRoot).get(titleKey)).toBe('Halt')
    late.doc.getMap(fieldsRoot).set(titleKey, 'Halt, said by somebody who came later')
    await until('refused', () => late.codes.includes(closeCodes.notAllowed))
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt')
    await turnSwitch(deps, admin, { key: 'read-only', on: 'no' })
    const again = connect(port, draftId, ben)
    await synced(again)
    again.doc.getMap(fieldsRoot).set(titleKey, 'Halt, said in time')
    await again.saved()
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt, said in time')
  })

  it('[P2] a new name is shown, and the socket stays', async () => {
    const { deps, ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    await new Promise((resolve) => setTimeout(resolve, limits.rightsInterval + 100))
    outside(deps.env.databaseFile, "update actors set name = 'Benedict' where id = ?", ben.id)
    await new Promise((resolve) => setTimeout(resolve, limits.rightsInterval + 300))
    b.provider.awareness.setLocalStateField('section', 'bet')
    const nameOf = () => a.provider.awareness.getStates().get(b.doc.clientID)?.user?.name
    await until('Ada sees the new name', () => nameOf() === 'Benedict')
    expect(b.codes).toEqual([])
  })
})

describe('the door', () => {
  it('[W2] unknown, forbidden and deleted rooms take the same time', { timeout: 120_000 }, async () => {
    const { deps, ada, port } = await world()
    const stranger = await createPerson(deps, 'Sam')
    const forbidden = await createTestDraft(deps, ada, { visibility: 'private' })
    const deleted = await createTestDraft(deps, ada)
    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ deletedAt: deps.now() }).where(eq(drafts.id, deleted))
    })
    const times: Record<string, number[]> = { unknown: [], forbidden: [], deleted: [] }
    const bytes = new Set<string>()
    for (let i = 0; i < 60; i += 1) {
      for (const [what, id] of Object.entries({ unknown: `none${i}`, forbidden, deleted })) {
        const since = performance.now()
        const client = await rawAs(port, id, stranger)
        const { code, reason } = await client.closed
        times[what]?.push(performance.now() - since)
        bytes.add(JSON.stringify([code, reason, client.frames.length]))
      }
    }
    expect([...bytes]).toEqual(['[4404,"",0]'])
    // Medians within half of each other: a load of the document, or a query more, would show.
    const medians = Object.values(times).map((list) => list.sort((a, b) => a - b)[30] ?? 0)
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5)
  })

  it('[W3] reads nothing before it is known who comes', async () => {
    const { deps, ada, draftId, port } = await world()
    const client = await rawConnect(port, `/collab/${draftId}`, { token: 'wrong' })
    const since = process.memoryUsage().rss
    for (let i = 0; i < 100; i += 1) client.send(syncMessage('update', new Uint8Array(1_000_000)))
    expect([4401, 1006]).toContain((await client.closed).code)
    await until('gone', () => deps.collab.status().sockets === 0)
    expect(process.memoryUsage().rss - since).toBeLessThan(256 * 1024 * 1024)
    const early = await rawAs(port, draftId, ada)
    early.send(new Uint8Array([3]))
    await until('greeted', () => early.frames.length > 0)
  })

  it('[L1] a person has so many windows on a draft and no more', async () => {
    const { ada, draftId, port } = await world()
    const open = await Promise.all(
      Array.from({ length: limits.socketsPerPersonAndDraft }, () => rawAs(port, draftId, ada)),
    )
    await until('all greeted', () => open.every(({ frames }) => frames.length > 0))
    const more = await rawAs(port, draftId, ada)
    expect((await more.closed).code).toBe(4529)
    open[0]?.ws.close()
    await open[0]?.closed
    const again = await rawAs(port, draftId, ada)
    await until('greeted', () => again.frames.length > 0)
  })

  it('[L1] the windows of one person share what they may send', async () => {
    const { ada, draftId, port } = await world()
    const open = await Promise.all(Array.from({ length: 4 }, () => rawAs(port, draftId, ada)))
    await until('all greeted', () => open.every(({ frames }) => frames.length > 0))
    // Each stays within what one socket may; together they are beyond it.
    for (let i = 0; i < 800; i += 1)
      for (const { ws } of open) if (ws.readyState === ws.OPEN) ws.send(new Uint8Array([101]))
    const code = await Promise.race(open.map(({ closed }) => closed.then((end) => end.code)))
    expect(code).toBe(4529)
  })

  it('[L1] counts addresses, behind a trusted proxy those that it saw', () => {
    const request = (headers: Record<string, string>) =>
      ({ headers, socket: { remoteAddress: '::ffff:10.0.0.1' } }) as unknown as Parameters<typeof addressOf>[0]
    expect(addressOf(request({}), true)).toBe('10.0.0.1')
    expect(addressOf(request({ 'x-forwarded-for': '1.2.3.4, 5.6.7.8' }), true)).toBe('5.6.7.8')
    expect(addressOf(request({ 'x-forwarded-for': '5.6.7.8' }), false)).toBe('10.0.0.1')
    const addresses = new Addresses()
    for (let i = 0; i < limits.waitingSocketsPerAddress; i += 1) expect(addresses.arrive('a')).toBe(true)
    expect(addresses.arrive('a')).toBe(false)
    expect(addresses.arrive('b')).toBe(true)
    for (let i = 0; i <= limits.waitingSocketsPerAddress; i += 1) addresses.settle('a')
    expect(addresses.arrive('a')).toBe(true)
    for (let i = 0; i < limits.waitingSocketsPerAddress + 2; i += 1) addresses.leave('a')
    addresses.leave('b')
    expect(addresses.size).toBe(0)
  })

  it('[L1] a message in more than 64 pieces is refused', async () => {
    const { ada, draftId, port } = await world()
    const client = await rawAs(port, draftId, ada)
    await until('greeted', () => client.frames.length > 0)
    for (let i = 0; i < 100; i += 1) client.ws.send(new Uint8Array([3]), { fin: false })
    expect((await client.closed).code).toBe(1008)
  })
})
