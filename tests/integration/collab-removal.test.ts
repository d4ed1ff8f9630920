import * as decoding from 'lib0/decoding'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { durableMessage, removalMessage, syncMessage } from '../../collab/client-messages.ts'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { messages, removal } from '../../collab/messages.ts'
import type { RawClient } from '../factories/collab-clients.ts'
import { connect, rawAs, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

const characters = 8_000

async function longDraft() {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  const port = await listenForSockets(deps)
  const a = connect(port, draftId, ada)
  await synced(a)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('x'.repeat(characters))])
  bet(a.doc).insert(0, [paragraph])
  await a.saved()
  return { deps, ada, ben, draftId, port, a }
}

const bet = (doc: Y.Doc) => doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement

/** The delete set of the whole section: a few bytes. */
function removeAll(state: Y.Doc): { doc: Y.Doc; update: Uint8Array } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(state))
  const from = Y.encodeStateVector(doc)
  bet(doc).delete(0, 1)
  return { doc, update: Y.encodeStateAsUpdate(doc, from) }
}

function asked({ frames }: RawClient): number[] {
  return frames
    .filter((frame) => frame[0] === messages.removal)
    .map((frame) => {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      return decoding.readVarUint(decoder)
    })
}

it('[A7] much at once is held until its writer says that it is meant', async () => {
  const { ben, draftId, port, a } = await longDraft()
  const { doc, update } = removeAll(a.doc)
  const b = await rawAs(port, draftId, ben)
  await until('greeted', () => b.frames.length > 0)
  b.send(syncMessage('reply', new Uint8Array([0, 0])))
  b.send(removalMessage(removal.canAsk))
  b.send(syncMessage('update', update))
  b.send(durableMessage(1))
  await until('asked', () => asked(b).length > 0)
  expect(asked(b)).toEqual([characters])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(bet(a.doc).toString()).toContain('xxx')
  expect(b.frames.some((frame) => frame[0] === messages.durable)).toBe(false)

  const before = b.frames.length
  b.send(removalMessage(removal.meant))
  await until('asked for everything', () => b.frames.slice(before).some((frame) => frame[0] === 0 && frame[1] === 0))
  b.send(syncMessage('reply', Y.encodeStateAsUpdate(doc)))
  await until('acknowledged', () => b.frames.some((frame) => frame[0] === messages.durable))
  await until('gone for Ada', () => !bet(a.doc).toString().includes('xxx'))
})

it('[A7] a client that cannot ask is sent away and nothing is lost', async () => {
  const { deps, ben, draftId, port, a } = await longDraft()
  const b = await rawAs(port, draftId, ben)
  await until('greeted', () => b.frames.length > 0)
  b.send(syncMessage('update', removeAll(a.doc).update))
  expect((await b.closed).code).toBe(4403)
  expect(b.frames.some((frame) => frame[0] === messages.auth)).toBe(true)
  expect(JSON.stringify((await deps.collab.readDraft(draftId)).content.sections.bet)).toContain('xxx')
})

it('[A7] whoever manages the draft is not asked', async () => {
  const { a } = await longDraft()
  bet(a.doc).delete(0, 1)
  await a.saved()
  expect(a.codes).toEqual([])
})
