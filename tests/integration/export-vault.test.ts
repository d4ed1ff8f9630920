import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { insertSnapshot } from '../../db/queries/snapshots.ts'
import { insertVersion } from '../../db/queries/versions.ts'
import { versions } from '../../db/schema.ts'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { markdownToBlocks } from '../../domain/prose/markdown.ts'
import type { Deps } from '../../server/deps.ts'
import { recordEvent } from '../../server/record/record-event.ts'
import { exportVault } from '../../server/usecases/atlas/export-vault.ts'
import { importVault } from '../../server/usecases/atlas/import-vault.ts'
import { atlasIndex } from '../../server/views/atlas-index.ts'
import { testDeps } from '../factories/test-deps.ts'
import { temporaryFolder } from '../factories/vault-copy.ts'

async function hashes(deps: Deps) {
  const { entries } = await atlasIndex(deps)
  return Object.fromEntries(entries.map(({ kind, slug, hash }) => [`${kind}/${slug}`, hash]))
}

/** Publishes a change of an entry as people would, as far as the export can tell. */
async function publish(
  deps: Deps,
  kind: 'strategy' | 'person' | 'concept',
  slug: string,
  change: Partial<EntryContent>,
) {
  const entry = (await atlasIndex(deps)).find(kind, slug)
  if (!entry) throw new Error(`the vault lacks ${slug}`)
  await deps.store.tx(async (q) => {
    const [one] = await q.select().from(versions).limit(1)
    if (!one) throw new Error('no version')
    const { entryId } = entry
    const content = { ...entry.content, ...change }
    const snapshot = await insertSnapshot(q, {
      id: deps.newId(),
      entryId,
      draftId: null,
      docSeq: 1,
      content,
      createdAt: 1,
    })
    await insertVersion(
      q,
      { ...one, id: deps.newId(), entryId, n: 2, kind: 'publish', snapshotId: snapshot.id },
      snapshot,
    )
    await recordEvent(deps, q, { type: 'version.published', subject: `entry/${entryId}`, payload: { n: 2 } })
  })
}

describe('taking the atlas out as a vault', () => {
  it('keeps every content hash from one atlas to the next', async () => {
    const first = testDeps()
    await importVault(first, { folder: 'db/seed/vault', dryRun: false })
    const folder = join(temporaryFolder(), 'vault')
    expect(await exportVault(first, { folder })).toEqual({ files: 133 })
    const second = testDeps()
    expect(await importVault(second, { folder, dryRun: false })).toMatchObject({
      problems: [],
      warnings: [],
      entries: { created: 127 },
      vocabulary: { created: 57 },
    })
    expect(await hashes(second)).toEqual(await hashes(first))
    expect((await atlasIndex(second)).vocabulary).toEqual((await atlasIndex(first)).vocabulary)
  })

  it('keeps what people wrote that the vault has no form for', async () => {
    const first = testDeps()
    await importVault(first, { folder: 'db/seed/vault', dryRun: false })
    const prose = markdownToBlocks(
      'One **bold** word, [[sovereign-ai]].\n\n## A heading\n\n1. first\n   - nested\n2. second\n\n> said\\\n> so',
    )
    const { find } = await atlasIndex(first)
    const pause = find('strategy', 'pause')?.content
    const mostaque = find('person', 'emad-mostaque')?.content
    if (!pause || !mostaque) throw new Error('the vault lacks an entry')
    await publish(first, 'strategy', 'pause', {
      title: 'Pause: "stop", they say',
      sections: { ...pause.sections, bet: prose, threshold: prose, overshoot: prose, 'analogue-failed': prose },
      fields: {
        ...pause.fields,
        'no-threshold-reason': 'Two\nlines: # of them',
        vintages: [{ year: 'about 1990', text: 'An old meaning.' }, { year: '2001' }],
        commitments: [{ topic: 'time', claim: 'It Fails if it must.', 'fails-if': 'it Fails if it does.' }],
      },
      declarations: pause.declarations.map((one) => ({ ...one, rationale: `Because of ${one.to}: yes.` })),
    })
    await publish(first, 'strategy', 'acceleration', { sections: { ...pause.sections, threshold: [] } })
    await publish(first, 'concept', 'sovereign-ai', { sections: { body: [...prose, ...prose] } })
    await publish(first, 'person', 'emad-mostaque', {
      sections: { body: markdownToBlocks('Before.\n\n## Position\n\nNot a list.\n\n## Position\n\n- neither') },
      fields: {
        ...mostaque.fields,
        positions: [
          { strategy: 'pause', stance: 'mixed', tentative: true, sources: [source] },
          { strategy: 'pause', stance: 'mixed', summary: 'Several\nlines', sources: [source] },
          { strategy: 'acceleration', stance: 'opposes', summary: 'One line: plainly.', sources: [source] },
        ],
      },
    })
    const folder = temporaryFolder()
    await exportVault(first, { folder })
    const second = testDeps()
    expect((await importVault(second, { folder, dryRun: false })).problems).toEqual([])
    expect((await atlasIndex(second)).find('strategy', 'pause')?.content).toEqual(
      (await atlasIndex(first)).find('strategy', 'pause')?.content,
    )
    expect(await hashes(second)).toEqual(await hashes(first))
  })

  it('writes into no folder that holds something', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'notes'))
    writeFileSync(join(folder, 'notes/mine.md'), 'mine')
    await expect(exportVault(testDeps(), { folder })).rejects.toMatchObject({ code: 'conflict', field: 'folder' })
  })
})

const source = {
  title: 'A "quoted" title: with colon',
  publisher: 'P',
  url: 'https://a.example/x?y=1#z',
  medium: 'blog',
  date: '',
}
