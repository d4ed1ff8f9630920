import { eq } from 'drizzle-orm'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { syncMessage } from '../../collab/client-messages.ts'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { messages, syncSteps } from '../../collab/messages.ts'
import { docSnapshots, docUpdates, drafts } from '../../db/schema.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { createUpdateLog } from '../../server/collab/update-log.ts'
import { connect, rawAs, rawConnect, synced, until } from '../factories/collab-clients.ts'
import type { TestPerson } from '../factories/draft-world.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

/** What happens between the sending of what is stored and the loading. */
const before = vi.hoisted(() => ({ load: async (): Promise<void> => undefined }))

vi.mock('../../server/collab/load-document.ts', async (original) => {
  const real = await original<typeof import('../../server/collab/load-document.ts')>()
  const loadDocument: typeof real.loadDocument = async (q, draftId) => {
    await before.load()
    return real.loadDocument(q, draftId)
  }
  return { ...real, loadDocument }
})

/** A draft whose snapshot is all of its document, on a server that has not loaded it. */
async function coldDraft(deps: TestDeps, ada: TestPerson) {
  const draftId = await createTestDraft(deps, ada)
  const [row] = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, draftId))
  if (!row) throw new Error('the draft has no log')
  await createUpdateLog(deps.store).saveSnapshot({ draftId, generation: 1, seq: 1, state: row.bytes, at: 0 })
  return { draftId, collab: createCollab(deps), state: row.bytes }
}

const isReply = (frame: Uint8Array) => frame[0] === messages.sync && frame[1] === syncSteps.reply
const nothing = syncMessage('reply', new Uint8Array([0, 0]))
const wholeRequest = syncMessage('request', Y.encodeStateVector(new Y.Doc()))

it('[W15] who opens a document cold has it before it is loaded, and once', async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const { draftId, collab, state } = await coldDraft(deps, ada)
  const port = await listenForSockets({ collab })
  const people = await Promise.all(Array.from({ length: 5 }, () => rawAs(port, draftId, ada)))
  await until('everybody has it', () => people.every(({ frames }) => frames.some(isReply)))
  for (const { frames } of people) expect([...(frames[0] ?? [])]).toEqual([...syncMessage('reply', state)])
  await until('it is loaded', () => collab.status().rooms === 1 && collab.metrics.load.count === 1)
  for (const person of people) person.send(wholeRequest)
  await until('everybody is answered', () => people.every(({ frames }) => frames.filter(isReply).length === 2))
  for (const { frames } of people) expect([...(frames.filter(isReply)[1] ?? [])]).toEqual([...nothing])
  // A second request is answered in full: the first answer may not have been kept.
  people[0]?.send(wholeRequest)
  await until('all of it', () => people[0]?.frames.filter(isReply).length === 3)
  expect([...(people[0]?.frames.filter(isReply)[2] ?? [])]).toEqual([...syncMessage('reply', state)])
  await collab.close()
})

it('[W15] [W5] stock clients that open it cold, and write at once, have one document', async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const { draftId, collab } = await coldDraft(deps, ada)
  const port = await listenForSockets({ collab })
  const [a, b] = [connect(port, draftId, ada), connect(port, draftId, ada)]
  a.doc.getMap(fieldsRoot).set('source-note', 'written before anything came')
  await synced(a, b)
  b.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
  await Promise.all([a.saved(), b.saved()])
  await until('Ben sees it', () => b.doc.getMap(fieldsRoot).get('source-note') === 'written before anything came')
  await until('Ada sees it', () => a.doc.getMap(fieldsRoot).get(titleKey) === 'Halt')
  expect(Y.encodeStateVector(a.doc)).toEqual(Y.encodeStateVector(b.doc))
  const { content } = await collab.readDraft(draftId)
  expect([content.title, content.fields['source-note']]).toEqual(['Halt', 'written before anything came'])
  expect(a.codes).toEqual([])
  await collab.close()
})

it('[W15] nothing is sent before it was asked for to who names a generation, or of what a snapshot does not tell', async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const { draftId, collab } = await coldDraft(deps, ada)
  const plain = await createTestDraft(deps, ada)
  const port = await listenForSockets({ collab })
  const stranger = await createPerson(deps, 'Sam')
  const secret = await coldDraft(deps, ada)
  await deps.store.tx(async (q) => {
    await q.update(drafts).set({ visibility: 'private' }).where(eq(drafts.id, secret.draftId))
  })
  const outside = await rawAs(port, secret.draftId, stranger)
  const again = await rawConnect(port, `/collab/${draftId}?token=${ada.token}&generation=1`, {})
  const small = await rawAs(port, plain, ada)
  await until('both are let in', () => again.frames.length > 0 && small.frames.length > 0)
  expect([again.frames.filter(isReply), small.frames.filter(isReply)]).toEqual([[], []])
  expect((await outside.closed).code).toBe(4404)
  expect(outside.frames).toEqual([])
  await collab.close()
  await secret.collab.close()
})

it('[D6] a damaged snapshot is not sent', async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const { draftId, collab } = await coldDraft(deps, ada)
  await deps.store.tx(async (q) => {
    await q.update(docSnapshots).set({ state: Buffer.from([0, 0]) })
  })
  const person = await rawAs(await listenForSockets({ collab }), draftId, ada)
  await until('let in', () => person.frames.length > 0)
  expect(person.frames.filter(isReply)).toEqual([])
  await collab.close()
})

it('[W15] [G4] whoever was sent text of a document that was replaced meanwhile is closed with 4409', async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const { draftId, collab } = await coldDraft(deps, ada)
  const port = await listenForSockets({ collab })
  before.load = async () => {
    before.load = async () => undefined
    await deps.collab.replaceDocument(
      draftId,
      ada.id,
      ({ content }) => content,
      async () => undefined,
    )
  }
  const person = await rawAs(port, draftId, ada)
  expect(await person.closed).toEqual({ code: 4409, reason: 'generation 2' })
  await collab.close()
})
