import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { statusMessage } from '../../collab/client-messages.ts'
import { fieldsRoot, sectionRoot, titleKey } from '../../collab/doc-shape.ts'
import { docSnapshots, docUpdates } from '../../db/schema.ts'
import { sha256Hex } from '../../domain/record/hash.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { connect, rawAs, statusesOf, synced, until } from '../factories/collab-clients.ts'
import type { TestPerson } from '../factories/draft-world.ts'
import { createPerson, createTestDraft, sampleContent } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

/** Writes an update into the log as if it had been admitted. */
async function poison(deps: TestDeps, draftId: string, by: TestPerson, bytes: Uint8Array, hash = sha256Hex(bytes)) {
  const row = { draftId, generation: 1, seq: 2, actorId: by.id, bytes: Buffer.from(bytes), hash, at: 0 }
  await deps.store.tx(async (q) => {
    await q.insert(docUpdates).values(row)
  })
}

function madeBy(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

function builtOnNothing(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'a')
  const before = Y.encodeStateVector(doc)
  doc.getText('t').insert(1, 'b')
  return Y.encodeStateAsUpdate(doc, before)
}

const poisons: Record<string, Uint8Array> = {
  'no update at all': new Uint8Array([255, 255, 255, 255, 255, 255]),
  'a truncated update': madeBy((doc) => doc.getMap(fieldsRoot).set(titleKey, 'x'.repeat(100))).slice(0, 40),
  'a bomb of a writer count': new Uint8Array([255, 255, 255, 255, 15, 1, 1, 0]),
  'an update whose base is nowhere': builtOnNothing(),
  'an unknown root': madeBy((doc) => doc.getMap('evil').set('a', 1)),
  'a root of another type': madeBy((doc) => doc.getText(fieldsRoot).insert(0, 'text where a map is')),
  'a document in the document': madeBy((doc) => doc.getMap(fieldsRoot).set(titleKey, new Y.Doc())),
  'a node that no editor makes': madeBy((doc) =>
    (doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement).insert(0, [new Y.XmlElement('script')]),
  ),
  'a style that covers the page': madeBy((doc) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('__style', 'position:fixed;inset:0')
    ;(doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement).insert(0, [paragraph])
  }),
}

async function poisonedWorld(bytes: Uint8Array) {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const draftId = await createTestDraft(deps, ada)
  await poison(deps, draftId, ada, bytes)
  return { deps, ada, draftId, port: await listenForSockets(deps) }
}

describe('a poisoned document', () => {
  it.each(Object.entries(poisons))('[D6] with %s is shown as it last was whole, to read only', async (_name, bytes) => {
    const { deps, ada, draftId, port } = await poisonedWorld(bytes)
    const other = await createTestDraft(deps, ada)
    const watcher = await rawAs(port, draftId, ada)
    watcher.send(statusMessage)
    await until('a status', () => statusesOf(watcher).length === 1)
    expect(statusesOf(watcher)).toEqual([{ state: 'quarantined', write: false, generation: 1 }])
    expect(await deps.collab.readDraft(draftId)).toMatchObject({ content: sampleContent, seq: 1 })
    expect(deps.collab.metrics.counts.quarantines).toBe(1)

    const reader = connect(port, draftId, ada)
    const neighbour = connect(port, other, ada)
    await synced(reader, neighbour)
    expect(reader.doc.getMap(fieldsRoot).get(titleKey)).toBe('Pause')
    neighbour.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await neighbour.saved()
    expect((await deps.collab.readDraft(other)).content.title).toBe('Halt')
  })

  it('[D6] takes no write, from a socket or from the server', async () => {
    const { deps, ada, draftId, port } = await poisonedWorld(new Uint8Array([255, 255, 255]))
    const writer = connect(port, draftId, ada)
    await synced(writer)
    writer.provider.messageHandlers[2] = () => undefined
    writer.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await until('closed', () => writer.codes.includes(4403))
    const change = deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
    await expect(change).rejects.toMatchObject({ code: 'unavailable' })
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Pause')
  })

  it('[D6] is no concern of its own when only a snapshot is damaged: the log tells everything', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
    await deps.store.tx(async (q) => {
      await q
        .insert(docSnapshots)
        .values({ draftId, generation: 1, seq: 2, state: Buffer.from([1, 2, 3]), hash: sha256Hex('other'), at: 0 })
    })
    const second = createCollab(deps)
    expect(await second.readDraft(draftId)).toMatchObject({ content: { title: 'Halt' }, seq: 2 })
    await second.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Wait'))
    expect(second.metrics.counts.quarantines).toBe(0)
    await second.close()
  })

  it('[D6] keeps what came before the damage', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, title))
    }
    await deps.store.tx(async (q) => {
      await q.delete(docUpdates).where(and(eq(docUpdates.draftId, draftId), eq(docUpdates.seq, 4)))
    })
    const second = createCollab(deps)
    expect(await second.readDraft(draftId)).toMatchObject({ content: { title: 'Two' }, seq: 3 })
    await second.close()
  })
})
