import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { listDocSnapshots, listLongLogs } from '../../db/queries/doc-log.ts'
import { drafts, jobs } from '../../db/schema.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { limits } from '../../server/collab/limits.ts'
import { beginCompacting, compactDocuments } from '../../server/jobs/compact-documents.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'

async function grown(changes: number) {
  const deps = testDeps()
  const owner = await createPerson(deps, 'Ada')
  const draftId = await createTestDraft(deps, owner)
  for (let i = 0; i < changes; i++) {
    await deps.collab.transact(draftId, owner.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, `Halt ${i}`))
  }
  // The process that let them write was killed: nobody has the document open any more.
  const collab = createCollab(deps)
  return { ...deps, collab, draftId, snapshots: () => listDocSnapshots(deps.store.read, { draftId, generation: 1 }) }
}

it('a document that nobody opens any more is compacted once, and looked for again a day later', async () => {
  const deps = await grown(limits.compactAtUnload)
  expect(await deps.snapshots()).toEqual([])
  await beginCompacting(deps)
  await compactDocuments(deps)
  expect(await deps.snapshots()).toMatchObject([{ seq: limits.compactAtUnload + 1 }])
  expect(await deps.store.read.select().from(jobs).where(eq(jobs.kind, 'compact-documents'))).toMatchObject([
    { dueAt: deps.now() + 24 * 60 * 60_000 },
  ])
  await compactDocuments(deps)
  expect(await deps.snapshots()).toHaveLength(1)
})

it('a short log, and the document of a deleted draft, are left as they are', async () => {
  const short = await grown(3)
  await compactDocuments(short)
  expect(await short.snapshots()).toEqual([])
  const gone = await grown(limits.compactAtUnload)
  await gone.store.tx((q) => q.update(drafts).set({ deletedAt: gone.now() }).where(eq(drafts.id, gone.draftId)))
  expect(await listLongLogs(gone.store.read, 1, 10)).toEqual([])
  await compactDocuments(gone)
  expect(await gone.snapshots()).toEqual([])
})

it('more than fit in one turn are compacted at once after it, not a day later', { timeout: 120_000 }, async () => {
  const deps = testDeps()
  const owner = await createPerson(deps, 'Ada')
  for (let n = 0; n < 21; n++) {
    const draftId = await createTestDraft(deps, owner)
    for (let i = 0; i < limits.compactAtUnload; i++) {
      await deps.collab.transact(draftId, owner.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, `Halt ${i}`))
    }
  }
  const left = () => listLongLogs(deps.store.read, limits.compactAtUnload, 50)
  const due = async () =>
    (await deps.store.read.select().from(jobs).where(eq(jobs.kind, 'compact-documents')))[0]?.dueAt
  expect(await left()).toHaveLength(21)
  await compactDocuments(deps)
  expect([(await left()).length, await due()]).toEqual([1, deps.now() + 1])
  await compactDocuments(deps)
  expect([(await left()).length, await due()]).toEqual([0, deps.now() + 24 * 60 * 60_000])
})
