import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readContent, seedUpdate } from '../../collab/doc-shape.ts'
import { docUpdates } from '../../db/schema.ts'
import { contentHash } from '../../domain/entries/content-hash.ts'
import { findViewerByEmail } from '../../server/cli/find-viewer.ts'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { createDraft } from '../../server/usecases/drafts/create-draft.ts'
import { checkDocuments } from '../../server/usecases/record/check-documents.ts'
import { createDemoAccounts } from '../../server/usecases/site/demo-accounts.ts'
import { readVault } from '../../server/vault/read-vault.ts'
import { testDeps } from '../factories/test-deps.ts'

describe('imported entries as drafts', () => {
  it.each(readVault('db/seed/vault').entries)('$kind $slug has the same content in a document', ({ kind, content }) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedUpdate(content))
    expect(readContent(doc, kind)).toEqual(content)
    expect(contentHash(readContent(doc, kind))).toBe(contentHash(content))
  })

  it('notices a draft whose log was changed', async () => {
    const deps = testDeps()
    await importVault(deps, { folder: 'db/seed/vault', dryRun: false })
    await createDemoAccounts(deps)
    const viewer = await findViewerByEmail(deps.store.read, 'contributor@demo.invalid')
    const { id } = await createDraft(deps, viewer, { kind: 'strategy', entry: 'pause' })
    expect(await checkDocuments(deps.store.read)).toMatchObject({ fault: null })
    await deps.store.tx(async (q) => {
      await q
        .update(docUpdates)
        .set({ bytes: Buffer.from('other') })
        .where(eq(docUpdates.draftId, id))
    })
    expect(await checkDocuments(deps.store.read)).toMatchObject({
      fault: { words: 'the bytes of update 1 do not have the hash that was written for them' },
    })
  })
})
