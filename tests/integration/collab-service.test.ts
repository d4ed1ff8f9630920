import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { docUpdates } from '../../db/schema.ts'
import { createPerson, createTestDraft, sampleContent } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'

describe('the collaboration service', () => {
  it('seeds a draft and reads it back as it was given', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    expect(await deps.collab.readDraft(draftId)).toEqual({ content: sampleContent, seq: 1, generation: 1 })
  })

  it('makes a change of the server through the log', async () => {
    const deps = testDeps()
    const ada = await createPerson(deps, 'Ada')
    const draftId = await createTestDraft(deps, ada)
    const { seq } = await deps.collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
    expect(seq).toBe(2)
    const rows = await deps.store.read.select().from(docUpdates).where(eq(docUpdates.draftId, draftId))
    expect(rows.map(({ seq, actorId }) => [seq, actorId])).toEqual([
      [1, ada.id],
      [2, ada.id],
    ])
    expect((await deps.collab.readDraft(draftId)).content.title).toBe('Halt')
  })
})
