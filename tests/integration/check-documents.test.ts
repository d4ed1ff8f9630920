import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { docSnapshots, docUpdates, drafts, snapshots } from '../../db/schema.ts'
import { sha256Hex } from '../../domain/record/hash.ts'
import { takeSnapshot } from '../../server/usecases/drafts/take-snapshot.ts'
import { checkDocuments } from '../../server/usecases/record/check-documents.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'

/** A draft with four changes, a stored state after the third and a frozen text after the fourth. */
async function checkedWorld() {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const draftId = await createTestDraft(deps, ada)
  for (const title of ['One', 'Two', 'Three']) {
    await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, title))
  }
  const rows = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, draftId))
  const doc = new Y.Doc()
  for (const { seq, bytes } of rows.sort((a, b) => a.seq - b.seq)) if (seq <= 3) Y.applyUpdate(doc, bytes)
  const state = Buffer.from(Y.encodeStateAsUpdate(doc))
  const reading = await deps.collab.readDraft(draftId)
  await deps.store.tx(async (q) => {
    await q.insert(docSnapshots).values({ draftId, generation: 1, seq: 3, state, hash: sha256Hex(state), at: 0 })
    const [draft] = await q.select().from(drafts).where(eq(drafts.id, draftId))
    if (draft) await takeSnapshot(deps, q, draft, reading)
  })
  return { deps, draftId }
}

describe('checking the documents', () => {
  it('[D4] finds nothing where the log, the states and the frozen texts agree', async () => {
    const { deps } = await checkedWorld()
    expect(await checkDocuments(deps.store.read)).toEqual({ count: 6, fault: null })
  })

  it('[D4] names the first difference between a stored state and the log', async () => {
    const { deps, draftId } = await checkedWorld()
    const other = new Y.Doc()
    const [row] = await deps.store.read.select().from(docSnapshots)
    if (!row) throw new Error('no state')
    Y.applyUpdate(other, row.state)
    other.getMap(fieldsRoot).set(titleKey, 'Forged')
    const state = Buffer.from(Y.encodeStateAsUpdate(other))
    await deps.store.tx(async (q) => {
      await q.update(docSnapshots).set({ state, hash: sha256Hex(state) })
    })
    expect((await checkDocuments(deps.store.read)).fault).toEqual({
      where: `the document of draft ${draftId}`,
      words: 'field title of the stored state at 3 is not what the log says',
    })
  })

  it('[D4] names a frozen text that the log does not say', async () => {
    const { deps } = await checkedWorld()
    const [frozen] = await deps.store.read.select().from(snapshots)
    if (!frozen) throw new Error('no snapshot')
    await deps.store.tx(async (q) => {
      await q.update(snapshots).set({ content: { ...frozen.content, title: 'Forged' } })
    })
    expect((await checkDocuments(deps.store.read)).fault?.words).toBe(
      `title of snapshot ${frozen.id}, taken at 4, is not what the log says`,
    )
  })

  it.each([
    ['update 2 of its log is missing', 2],
    ['its log ends at 3, but something was taken from it at 4', 4],
  ])('[D4] says that %s', async (words, seq) => {
    const { deps, draftId } = await checkedWorld()
    await deps.store.tx(async (q) => {
      await q.delete(docUpdates).where(and(eq(docUpdates.draftId, draftId), eq(docUpdates.seq, seq)))
    })
    expect((await checkDocuments(deps.store.read)).fault?.words).toBe(words)
  })
})
