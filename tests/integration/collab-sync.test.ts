import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, readContent, sectionRoot, titleKey } from '../../collab/doc-shape.ts'
import { docUpdates, drafts } from '../../db/schema.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { connect, synced, until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft, sampleContent } from '../factories/draft-world.ts'
import { listenForSockets } from '../factories/socket-server.ts'
import { testDeps } from '../factories/test-deps.ts'

async function world() {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const ben = await createPerson(deps, 'Ben')
  const draftId = await createTestDraft(deps, ada, { members: [{ person: ben, role: 'writer' }] })
  return { deps, ada, ben, draftId, port: await listenForSockets(deps) }
}

function typeInto(doc: Y.Doc, section: string, text: string): void {
  const root = doc.get(sectionRoot(section), Y.XmlElement) as Y.XmlElement
  const paragraph = new Y.XmlElement('paragraph')
  root.insert(root.length, [paragraph])
  paragraph.insert(0, [new Y.XmlText(text)])
}

describe('co-writing with the stock client', () => {
  it('[W5] two writers converge, and the server reads the same', async () => {
    const { deps, ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    expect(readContent(a.doc, 'strategy')).toEqual(sampleContent)

    typeInto(a.doc, 'bet', 'Ada was here.')
    typeInto(b.doc, 'bet', 'Ben was here.')
    b.doc.getMap(fieldsRoot).set(titleKey, 'Halt')
    await Promise.all([a.saved(), b.saved()])
    await until(
      'both have both',
      () => Buffer.compare(Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)) === 0 || same(a.doc, b.doc),
    )
    const content = readContent(a.doc, 'strategy')
    expect(content.title).toBe('Halt')
    expect(JSON.stringify(content.sections.bet)).toContain('Ada was here.')
    expect(JSON.stringify(content.sections.bet)).toContain('Ben was here.')
    expect((await deps.collab.readDraft(draftId)).content).toEqual(content)
  })

  it('[D1] what the other sees and what is acknowledged is in the database already', async () => {
    const { deps, ada, ben, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    const b = connect(port, draftId, ben)
    await synced(a, b)
    const rows = () => deps.store.read.$count(docUpdates, eq(docUpdates.draftId, draftId))
    const before = await rows()
    let seenWith: Promise<number> | undefined
    b.doc.on('update', () => {
      seenWith ??= rows()
    })
    a.doc.transact(() => typeInto(a.doc, 'bet', 'Durable.'))
    await a.saved()
    expect(await rows()).toBe(before + 1)
    await until('Ben sees it', () => seenWith !== undefined)
    expect(await seenWith).toBe(before + 1)
  })

  it('[D4] a server started anew reads the same document', async () => {
    const { deps, ada, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    await synced(a)
    for (let i = 0; i < 300; i += 1) a.doc.getMap(fieldsRoot).set('source-note', `note ${i}`)
    typeInto(a.doc, 'overshoot', 'Too far.')
    await a.saved()
    const content = readContent(a.doc, 'strategy')
    const second = createCollab(deps)
    expect((await second.readDraft(draftId)).content).toEqual(content)
    await second.close()
  })

  it('the draft follows its title and its date, and pages are told', async () => {
    const { deps, ada, draftId, port } = await world()
    const heard: string[] = []
    deps.live.subscribe(({ topic, type }) => heard.push(`${topic} ${type}`))
    const a = connect(port, draftId, ada)
    await synced(a)
    deps.setNow(deps.now() + 60_000)
    a.doc.getMap(fieldsRoot).set(titleKey, ' Halt ')
    await until('pages are told', () => heard.length > 0)
    expect(heard).toEqual([`draft/${draftId} draft.edited`])
    const [draft] = await deps.store.read.select().from(drafts).where(eq(drafts.id, draftId))
    expect(draft).toMatchObject({ title: 'Halt', updatedAt: deps.now() })
  })

  it('[W6] a change by the server reaches open editors', async () => {
    const { deps, ada, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    await synced(a)
    await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
    await until('the title arrives', () => a.doc.getMap(fieldsRoot).get(titleKey) === 'Halt')
  })

  it('[W7] what was written while away arrives once on the way back', async () => {
    const { deps, ada, draftId, port } = await world()
    const a = connect(port, draftId, ada)
    await synced(a)
    a.provider.disconnect()
    typeInto(a.doc, 'bet', 'Written on a train.')
    a.provider.connect()
    await synced(a)
    await a.saved()
    const { content } = await deps.collab.readDraft(draftId)
    expect(JSON.stringify(content.sections.bet).split('Written on a train.')).toHaveLength(2)
  })
})

function same(a: Y.Doc, b: Y.Doc): boolean {
  return JSON.stringify(readContent(a, 'strategy')) === JSON.stringify(readContent(b, 'strategy'))
}
