import { expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { sectionRoot } from '../../collab/doc-shape.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { createUpdateLog } from '../../server/collab/update-log.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

vi.mock('../../server/collab/limits.ts', async (original) => {
  const { limits, ...others } = await original<typeof import('../../server/collab/limits.ts')>()
  return { ...others, limits: { ...limits, queuedBytes: 100_000, retryLongest: 200 } }
})

function write(doc: Y.Doc, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  doc.transact(() => {
    ;(doc.get(sectionRoot('bet'), Y.XmlElement) as Y.XmlElement).push([paragraph])
    paragraph.push([new Y.XmlText(words)])
  })
}

it('[D3] a log that fails until the queue is full: no more is taken in, nobody is told otherwise, all comes back', {
  timeout: 40_000,
}, async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  const log = createUpdateLog(deps.store)
  let broken = false
  const collab = createCollab(deps, {
    ...log,
    append: (entries) => (broken ? Promise.reject(new Error('no space left on device')) : log.append(entries)),
  })
  onTestFinished(() => void collab.close())
  const port = await listenForSockets({ collab })
  const a = connect(port, draftId, ada)
  const b = connect(port, draftId, ben)
  await synced(a, b)

  broken = true
  const words = Array.from({ length: 60 }, (_, i) => `w${i};${'x'.repeat(5_000)}`)
  for (const text of words) {
    write(a.doc, text)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await until('sent away for now', () => a.codes.includes(1013))
  expect(collab.status().queuedBytes).toBeGreaterThan(100_000)
  // One change may go over the cap; nothing after it.
  expect(collab.status().queuedBytes).toBeLessThan(120_000)
  expect(b.doc.get(sectionRoot('bet'), Y.XmlElement).toString()).not.toContain('w0;')
  await expect(collab.transact(draftId, ben.id, (doc) => write(doc, 'server'))).rejects.toMatchObject({
    code: 'unavailable',
  })

  broken = false
  await until('written', () => collab.status().queuedBytes === 0, 10_000)
  await until('Ada is back', () => a.provider.synced, 15_000)
  await a.saved()
  const text = () => b.doc.get(sectionRoot('bet'), Y.XmlElement).toString()
  await until('Ben has all of it', () => words.every((word) => text().includes(word)), 10_000)
  for (const word of words) expect(text().split(`>${word}`).length).toBe(2)
})
