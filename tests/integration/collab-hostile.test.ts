import { eq } from 'drizzle-orm'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { awarenessMessage, durableMessage, syncMessage } from '../../collab/client-messages.ts'
import { fieldsRoot, sectionRoot, titleKey } from '../../collab/doc-shape.ts'
import { docUpdates, drafts, sessions } from '../../db/schema.ts'
import type { RawClient } from '../factories/collab-clients.ts'
import { connect, rawAs, rawConnect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft, sampleContent } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

async function world() {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const eve = await createPerson(deps, 'Eve')
  const draftId = await createTestDraft(deps, ada, {
    members: [
      { person: ben, role: 'writer' },
      { person: eve, role: 'reader' },
    ],
  })
  return { deps, ada, ben, eve, draftId, port: await listenForSockets(deps) }
}

const rowsOf = (deps: TestDeps, draftId: string) => deps.store.read.$count(docUpdates, eq(docUpdates.draftId, draftId))

/** An update that sets the title, made on a copy of nothing under a client id of choice. */
function titleUpdate(title: string, client = 70_001): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap(fieldsRoot).set(titleKey, title)
  return Y.encodeStateAsUpdate(doc)
}

describe('who may come in', () => {
  it('[W1] a foreign page, a missing Origin, a stranger and a guessed room are each refused without effect', async () => {
    const { deps, ada, draftId, port } = await world()
    const here = `http://127.0.0.1:${port}`
    const code = async (path: string, options: Parameters<typeof rawConnect>[2]) =>
      (await (await rawConnect(port, path, options)).closed).code
    expect(await code(`/collab/${draftId}`, { cookie: ada.cookie, origin: 'https://evil.example' })).toBe(4403)
    expect(await code(`/collab/${draftId}`, { cookie: ada.cookie })).toBe(4401)
    expect(await code(`/collab/${draftId}`, { cookie: 'folkmoot=wrong', origin: here })).toBe(4401)
    expect(await code(`/collab/${draftId}`, { token: 'wrong' })).toBe(4401)
    expect(await code('/collab/unknownroom', { cookie: ada.cookie, origin: here })).toBe(4404)
    expect(await code('/collab/..%2f..%2fetc', { cookie: ada.cookie, origin: here })).toBe(4404)
    expect(deps.collab.status()).toMatchObject({ rooms: 0, queuedBytes: 0 })
  })

  it('[W2] unknown, deleted and unreadable rooms look alike', async () => {
    const { deps, ada, draftId, port } = await world()
    const stranger = await createPerson(deps, 'Sam')
    const closed = await createTestDraft(deps, ada, { visibility: 'private' })
    const deleted = await createTestDraft(deps, ada)
    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ deletedAt: deps.now() }).where(eq(drafts.id, deleted))
    })
    const answers = await Promise.all(
      ['nosuchdraft', closed, deleted].map(async (id) => (await rawAs(port, id, stranger)).closed),
    )
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    expect(answers[0]?.code).toBe(4404)
    const open = await rawAs(port, draftId, stranger)
    await until('greeted', () => open.frames.length > 0)
  })

  it('[W3] what is sent before the rights are known has no effect when there are none', async () => {
    const { deps, draftId, port } = await world()
    const client = await rawConnect(port, `/collab/${draftId}`, { token: 'wrong' })
    client.send(syncMessage('update', titleUpdate('Stolen')))
    await client.closed
    expect(await rowsOf(deps, draftId)).toBe(1)
  })
})

describe('who may write', () => {
  it('[W8] a reader sees every word and changes none, whatever it sends', async () => {
    const { deps, ada, eve, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const e = connect(port, draftId, eve)
    await synced(a, e)
    a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await until('Eve reads it', () => e.doc.getMap(fieldsRoot).get(titleKey) === 'Halt')
    const before = await rowsOf(deps, draftId)
    for (const step of ['update', 'reply'] as const) {
      const client = await rawAs(port, draftId, eve)
      client.send(syncMessage(step, titleUpdate('Mine now', step === 'update' ? 70_002 : 70_003)))
      expect((await client.closed).code).toBe(4403)
      expect(client.frames.some((frame) => frame[0] === 2)).toBe(true)
    }
    e.doc.getMap(fieldsRoot).set(titleKey, 'Mine now')
    await until('Eve is sent away', () => e.codes.includes(4403))
    expect(await rowsOf(deps, draftId)).toBe(before)
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt')
    expect(a.doc.getMap(fieldsRoot).get(titleKey)).toBe('Halt')
  })

  it('[W9] a right that is taken away reaches the open socket within two seconds', async () => {
    const { deps, ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    const since = performance.now()
    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ state: 'published' }).where(eq(drafts.id, draftId))
    })
    deps.collab.reauthorise({ draftId })
    await until('both closed', () => a.codes.includes(4403) && b.codes.includes(4403), 2_000)
    expect(performance.now() - since).toBeLessThan(2_000)
    const again = connect(port, draftId, ben)
    await synced(again)
    expect(again.codes).toEqual([])
  })

  it('[W9] signing out closes the socket with 4401', async () => {
    const { deps, ada, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    await synced(a)
    await deps.store.tx(async (q) => {
      await q.update(sessions).set({ revokedAt: deps.now() }).where(eq(sessions.actorId, ada.id))
    })
    deps.collab.reauthorise({ actorId: ada.id })
    await until('closed', () => a.codes.includes(4401), 2_000)
  })

  it('[W10] a draft deleted while people type is gone for all of them, and nothing more is written', async () => {
    const { deps, ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    let n = 0
    const typing = setInterval(() => a.doc.getMap(fieldsRoot).set('source-note', `note ${n++}`), 2)
    await until('typing', () => n > 5)
    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ deletedAt: deps.now() }).where(eq(drafts.id, draftId))
    })
    const rows = await rowsOf(deps, draftId)
    deps.collab.reauthorise({ draftId })
    await until('both closed', () => a.codes.includes(4404) && b.codes.includes(4404))
    clearInterval(typing)
    expect(await rowsOf(deps, draftId)).toBe(rows)
  })

  it('[W10] the log itself refuses a deleted draft, even before anybody looks at rights again', async () => {
    const { deps, ada, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    await synced(a)
    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ deletedAt: deps.now() }).where(eq(drafts.id, draftId))
    })
    a.doc.getMap(fieldsRoot).set(titleKey, 'Too late')
    await until('closed', () => a.codes.includes(4404))
    expect(await rowsOf(deps, draftId)).toBe(1)
  })
})

describe('what may enter a document', () => {
  async function attack(frame: Uint8Array | ((client: RawClient) => void)) {
    const { deps, ada, ben, draftId, port } = await world()
    const bystander = connect(port, draftId, ben)
    await synced(bystander)
    const client = await rawAs(port, draftId, ada)
    await until('greeted', () => client.frames.length > 0)
    const since = performance.now()
    if (typeof frame === 'function') frame(client)
    else client.send(frame)
    const { code } = await client.closed
    expect(performance.now() - since).toBeLessThan(2_000)
    expect(await rowsOf(deps, draftId)).toBe(1)
    expect((await deps.collab.readDraft(draftId)).content).toEqual(sampleContent)
    bystander.doc.getMap(fieldsRoot).set(titleKey, 'Alive')
    await bystander.saved()
    return code
  }

  function element(name: string, build?: (element: Y.XmlElement) => void): Uint8Array {
    const doc = new Y.Doc()
    doc.clientID = 70_005
    const root = doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement
    const node = new Y.XmlElement(name)
    root.insert(0, [node])
    build?.(node)
    return syncMessage('update', Y.encodeStateAsUpdate(doc))
  }

  function nested(depth: number): Uint8Array {
    return element('list', (list) => {
      let at = list
      for (let i = 0; i < depth; i += 1) {
        const item = new Y.XmlElement('listitem')
        const inner = new Y.XmlElement('list')
        at.insert(0, [item])
        item.insert(0, [inner])
        at = inner
      }
    })
  }

  function other(write: (doc: Y.Doc) => void): Uint8Array {
    const doc = new Y.Doc()
    doc.clientID = 70_006
    write(doc)
    return syncMessage('update', Y.encodeStateAsUpdate(doc))
  }

  /** Bytes of an update that claims a huge run of structs or a huge length. */
  function bomb(...numbers: number[]): Uint8Array {
    const encoder = encoding.createEncoder()
    for (const n of numbers) encoding.writeVarUint(encoder, n)
    return syncMessage('update', encoding.toUint8Array(encoder))
  }

  const style = { p: { __style: 'position:fixed;inset:0' } }
  const cases: [string, Uint8Array, number][] = [
    ['noise', new Uint8Array([250, 1, 2, 3, 255, 255, 255]), 4422],
    ['an empty frame', new Uint8Array([]), 4422],
    ['an unknown message', new Uint8Array([77]), 4422],
    ['an update that is cut short', syncMessage('update', titleUpdate('x').subarray(0, 8)), 4422],
    ['a count bomb', bomb(1, 2 ** 31, 70_001, 0), 4422],
    ['a length bomb', bomb(1, 1, 70_001, 0, 0, 2 ** 30, 0), 4413],
    ['a length beyond all clocks', bomb(1, 1, 70_001, 0, 0, 2 ** 40, 0), 4422],
    ['an unknown root', other((doc) => doc.getMap('secrets').set('a', 1)), 4422],
    ['a root of another kind', other((doc) => doc.getArray(sectionRoot('bet')).push([1])), 4422],
    ['an unknown field', other((doc) => doc.getMap(fieldsRoot).set('votes', 'all mine')), 4422],
    ['a prototype key', other((doc) => doc.getMap(fieldsRoot).set('__proto__', 'x')), 4422],
    ['a wrong value', other((doc) => doc.getMap(fieldsRoot).set('lever', { a: 1 })), 4422],
    ['a shared type in the fields', other((doc) => doc.getMap(fieldsRoot).set('lever', new Y.Map())), 4422],
    ['a document in the document', other((doc) => doc.getMap(fieldsRoot).set('lever', new Y.Doc())), 4422],
    ['bytes in the document', other((doc) => doc.getMap(fieldsRoot).set('lever', new Uint8Array([1]))), 4422],
    ['a script element', element('script'), 4422],
    ['a paragraph in a paragraph', element('paragraph', (p) => p.insert(0, [new Y.XmlElement('paragraph')])), 4422],
    ['an unknown property', element('paragraph', (p) => p.setAttribute('onclick', 'steal()')), 4422],
    ['a wrong heading', element('heading', (p) => p.setAttribute('__tag', 'script')), 4422],
    [
      'a script address',
      element('paragraph', (p) => {
        const link = new Y.XmlElement('link')
        p.insert(0, [link])
        link.setAttribute('__url', ' javascript:alert(1)')
      }),
      4422,
    ],
    [
      'a style',
      element('paragraph', (p) => {
        const text = new Y.XmlText()
        p.insert(0, [text])
        text.insert(0, 'look', style)
      }),
      4422,
    ],
    [
      'an embed',
      element('paragraph', (p) => {
        const text = new Y.XmlText()
        p.insert(0, [text])
        text.insertEmbed(0, { image: 'x' })
      }),
      4422,
    ],
    ['lists nested too deep', nested(30), 4422],
    ['lists nested beyond all measure', nested(3_000), 4422],
    ['an id of the server', syncMessage('update', titleUpdate('Mine', 1_000)), 4422],
    ['a large update', syncMessage('update', new Uint8Array(300_000)), 4413],
    ['presence beyond all measure', awarenessMessage([{ id: 5, clock: 1, state: 'x'.repeat(600_000) }]), 4413],
    ['a state vector bomb', syncMessage('request', new Uint8Array(70_000).fill(1)), 4413],
  ]
  it.each(cases)('[A1]–[A6] not %s', async (_name, frame, code) => {
    expect(await attack(frame)).toBe(code)
  })

  it('[A4] an id belongs to whoever wrote with it first', async () => {
    const { deps, ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    await synced(a)
    a.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await a.saved()
    a.provider.disconnect()
    const before = await rowsOf(deps, draftId)
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(a.doc))
    forged.clientID = a.doc.clientID
    const from = Y.encodeStateVector(forged)
    forged.getMap(fieldsRoot).set(titleKey, 'Ada says so')
    const b = await rawAs(port, draftId, ben)
    await until('greeted', () => b.frames.length > 0)
    b.send(syncMessage('update', Y.encodeStateAsUpdate(forged, from)))
    expect((await b.closed).code).toBe(4422)
    expect(await rowsOf(deps, draftId)).toBe(before)
    // The same bytes from the owner's second window are fine.
    const second = await rawAs(port, draftId, ada)
    await until('greeted', () => second.frames.length > 0)
    second.send(syncMessage('update', Y.encodeStateAsUpdate(forged, from)))
    second.send(durableMessage(1))
    await until('acknowledged', () => second.frames.some((frame) => frame[0] === 100))
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Ada says so')
  })

  it('[A3] an update that lacks what it builds on is asked for again, never stored, never acknowledged', async () => {
    const { deps, ada, draftId, port } = await world()
    const doc = new Y.Doc()
    doc.clientID = 70_009
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getMap(fieldsRoot).set(titleKey, 'One')
    doc.getMap(fieldsRoot).set(titleKey, 'Two')
    const client = await rawAs(port, draftId, ada)
    await until('greeted', () => client.frames.length > 0)
    client.send(syncMessage('reply', new Uint8Array([0, 0])))
    const greeting = client.frames.length
    client.send(syncMessage('update', updates[1] as Uint8Array))
    client.send(durableMessage(1))
    await until('asked again', () => client.frames.slice(greeting).some((frame) => frame[0] === 0 && frame[1] === 0))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await rowsOf(deps, draftId)).toBe(1)
    expect(client.frames.some((frame) => frame[0] === 100)).toBe(false)
    client.send(syncMessage('reply', Y.encodeStateAsUpdate(doc)))
    await until('acknowledged', () => client.frames.some((frame) => frame[0] === 100))
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Two')
  })

  it('[A4] an id under which somebody is seen is not free, though nothing was written with it', async () => {
    const { ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    a.provider.awareness.setLocalState({ section: 'bet' })
    await until('Ben sees Ada', () => b.provider.awareness.getStates().has(a.doc.clientID))
    const raw = await rawAs(port, draftId, ben)
    await until('greeted', () => raw.frames.length > 0)
    raw.send(syncMessage('update', titleUpdate('Taken', a.doc.clientID)))
    expect((await raw.closed).code).toBe(4422)
    a.doc.getMap(fieldsRoot).set(titleKey, 'Still mine')
    await a.saved()
    expect(a.codes).toEqual([])
  })

  it('[L2] a flood is stopped, the quiet neighbour goes on', async () => {
    const code = await attack((client) => {
      for (let i = 0; i < 3_000; i += 1) client.send(new Uint8Array([3]))
    })
    expect(code).toBe(4529)
  })
})

describe('presence', () => {
  it('[P1]–[P3] name, colour and person come from the server; foreign entries count for nothing', async () => {
    const { ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    a.provider.awareness.setLocalState({ user: { id: ben.id, name: 'Ben' }, name: 'Ben', section: 'bet', extra: 'x' })
    await until('Ben sees Ada', () => b.provider.awareness.getStates().get(a.doc.clientID)?.section === 'bet')
    expect(b.provider.awareness.getStates().get(a.doc.clientID)).toEqual({
      user: { id: ada.id, name: 'Ada', colour: ada.colour, role: 'contributor', write: true },
      name: 'Ada',
      color: ada.colour,
      section: 'bet',
      anchorPos: null,
      focusPos: null,
      focusing: false,
      awarenessData: {},
    })

    const eve = await rawAs(port, draftId, ben)
    eve.send(awarenessMessage([{ id: a.doc.clientID, clock: 2 ** 52, state: null }]))
    eve.send(awarenessMessage([{ id: a.doc.clientID, clock: 2 ** 52, state: { user: { name: 'Nobody' } } }]))
    eve.send(awarenessMessage([{ id: 99, clock: 1, state: { section: 'mechanism' } }]))
    await until('the second window is seen', () => b.provider.awareness.getStates().has(99))
    a.provider.awareness.setLocalStateField('section', 'threshold')
    await until('Ada still moves', () => b.provider.awareness.getStates().get(a.doc.clientID)?.section === 'threshold')
    expect(b.provider.awareness.getStates().get(a.doc.clientID)?.user).toMatchObject({ name: 'Ada' })
    expect(b.provider.awareness.getStates().get(99)?.user).toMatchObject({ name: 'Ben' })

    eve.ws.terminate()
    await until('the second window is gone', () => !b.provider.awareness.getStates().has(99))
    a.provider.disconnect()
    await until('Ada is gone', () => !b.provider.awareness.getStates().has(a.doc.clientID))
    a.provider.connect()
    await until('Ada is back at once', () => b.provider.awareness.getStates().has(a.doc.clientID), 2_000)
  })
})
