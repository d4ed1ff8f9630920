import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { fieldsRoot, titleKey } from '../../collab/doc-shape.ts'
import { drafts } from '../../db/schema.ts'
import type { Store } from '../../db/store.ts'
import { createCollab } from '../../server/collab/create-collab.ts'
import { createUpdateLog } from '../../server/collab/update-log.ts'
import { until } from '../factories/collab-clients.ts'
import { createPerson, createTestDraft } from '../factories/draft-world.ts'
import { testDeps } from '../factories/test-deps.ts'

it('a title that could not be written is written later, though nobody types any more', async () => {
  const deps = testDeps()
  const ada = await createPerson(deps, 'Ada')
  const draftId = await createTestDraft(deps, ada)
  let failures = 0
  const store: Store = {
    ...deps.store,
    tx: (fn) => {
      failures += 1
      return failures > 2 ? deps.store.tx(fn) : Promise.reject(new Error('disk I/O error'))
    },
  }
  const collab = createCollab({ ...deps, store }, createUpdateLog(deps.store))
  await collab.transact(draftId, ada.id, (doc) => doc.getMap(fieldsRoot).set(titleKey, 'Halt'))
  const titleOf = async () => (await deps.store.read.select().from(drafts).where(eq(drafts.id, draftId)))[0]?.title
  await until('the title', async () => (await titleOf()) === 'Halt', 10_000)
  expect(failures).toBe(3)
  await collab.close()
})
