import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { quietDocument } from '../../collab/quiet-document.ts'
import { docUpdates } from '../../db/schema.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

const bold = { p: { __format: 1 } }

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = (doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement).get(0) as Y.XmlElement
  return paragraph.get(0) as Y.XmlText
}

/** Two make the same words bold without knowing of each other: one of the marks is redundant, and Yjs would tidy it up. */
it('[S7] [W8] a server tidies nothing up, and a reader whose client does stays where it is', async () => {
  const deps = testDeps()
  const [ada, ben, eve] = [
    await createPerson(deps, 'Ada'),
    await createPerson(deps, 'Ben'),
    await createPerson(deps, 'Eve'),
  ]
  const draftId = await createTestDraft(deps, ada, {
    members: [
      { person: ben, role: 'writer' },
      { person: eve, role: 'reader' },
    ],
  })
  const port = await listenForSockets(deps)
  const a = connect(port, draftId, ada, quietDocument())
  const b = connect(port, draftId, ben, quietDocument())
  const stock = connect(port, draftId, eve)
  await synced(a, b, stock)
  let tidied = 0
  stock.doc.on('update', (_update, origin) => {
    if (origin !== stock.provider) tidied += 1
  })
  a.provider.disconnect()
  await until('away', () => !a.provider.wsconnected)
  textOf(a.doc).format(0, 4, bold)
  textOf(b.doc).format(0, 4, bold)
  await b.saved()
  a.provider.connect()
  await synced(a)
  await a.saved()
  await b.saved()

  const isSame = (one: Y.Doc, other: Y.Doc) => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
  await until('both writers have one document', () => isSame(a.doc, b.doc))
  const late = connect(port, draftId, ben, quietDocument())
  await synced(late)
  expect(isSame(late.doc, a.doc)).toBe(true)
  expect(await deps.store.read.$count(docUpdates, eq(docUpdates.draftId, draftId))).toBe(3)
  // A reader who deletes a word is another matter.
  await until('the stock client tidies up', () => tidied > 0)
  await b.saved()
  expect(stock.codes).toEqual([])
  textOf(stock.doc).delete(0, 1)
  await until('sent away', () => stock.codes.includes(4403))
  expect(isSame(late.doc, a.doc)).toBe(true)
})
