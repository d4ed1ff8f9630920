import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { editionEntries, editions, events } from '../../../db/schema.ts'
import { publishEdition } from '../../../server/usecases/editions/publish-edition.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { editionJson, editionPage, editionsPage } from '../../../server/views/edition-pages.ts'
import { feed } from '../../../server/views/feed.ts'
import { overview } from '../../../server/views/overview.ts'
import { sitemap } from '../../../server/views/sitemap.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { versionPage } from '../../../server/views/version-page.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const note = 'What stood at the end of the quarter.'

async function scene() {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const member = await anAccount(deps, 'contributor', 'Owen Reid')
  const entryId = await anEntry(deps, moderator, completeStrategy, 'a-cap')
  await anEntry(deps, moderator, { ...completeStrategy, title: 'A brake' }, 'a-brake')
  return { deps, moderator, member, entryId }
}

describe('editions', () => {
  it('[P12] are made by moderators, once by a name, and what was typed wrong is named', async () => {
    const { deps, moderator, member } = await scene()
    const make = (viewer: typeof moderator | null, name: string, words = note) =>
      publishEdition(deps, viewer, { name, note: words })
    await expect(make(null, '2026.4')).rejects.toMatchObject({ code: 'signed-out' })
    await expect(make(member, '2026.4')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(make(moderator, 'autumn')).rejects.toMatchObject({ code: 'bad-input', field: 'name' })
    await expect(make(moderator, '2026.4', ' ')).rejects.toMatchObject({ code: 'bad-input', field: 'note' })
    expect(await make(moderator, ' 2026.4 ')).toEqual({ name: '2026.4', entries: 2 })
    await expect(make(moderator, '2026.4')).rejects.toMatchObject({ code: 'conflict', field: 'name' })
    expect((await editionsPage(deps, moderator)).suggested).not.toBeNull()
    expect((await editionsPage(deps, member)).suggested).toBeNull()
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'edition.published'))
    expect(event).toMatchObject({ subject: 'edition/2026.4', payload: { name: '2026.4', entries: 2 } })
    expect(JSON.stringify(event)).not.toContain('quarter')
  })

  it('[P12] hold nothing where nothing is published', async () => {
    const deps = testDeps()
    const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
    await expect(publishEdition(deps, moderator, { name: '2026.4', note })).rejects.toMatchObject({ code: 'not-ready' })
    expect((await overview(deps, null)).edition).toBeNull()
  })

  it('[P13] [P14] [P15] stay as they are while the atlas goes on, and say what changed', async () => {
    const { deps, moderator, member, entryId } = await scene()
    await publishEdition(deps, moderator, { name: '2026.3', note })
    const first = await editionJson(deps, null, '2026.3')
    expect(first).toMatchObject({ before: null, changes: null })
    const draft = await aDecidedDraft(deps, { owner: member, entryId, baseVersion: 1 })
    await publishVersion(deps, moderator, { draftId: draft.draftId, note: 'Stricter.' })
    await withdrawEntry(deps, moderator, { place: 'strategies/a-brake', reason: 'Not a strategy.' })
    await anEntry(deps, moderator, { ...completeStrategy, title: 'A new one' }, 'a-new-one')
    await publishEdition(deps, moderator, { name: '2026.4', note })

    expect(await editionJson(deps, null, '2026.3')).toEqual(first)
    const second = await editionJson(deps, null, '2026.4')
    expect(second.hash).not.toBe(first.hash)
    expect(second.entries.map(({ id, version }) => [id, version])).toEqual([
      ['a-new-one', 1],
      ['a-cap', 2],
    ])
    expect(second.changes).toEqual({
      new: [{ kind: 'strategy', id: 'a-new-one', version: 1 }],
      revised: [{ kind: 'strategy', id: 'a-cap', version: 2, before: 1 }],
      withdrawn: [{ kind: 'strategy', id: 'a-brake', version: 1 }],
    })
    const page = await editionPage(deps, null, { name: '2026.4', search: '?kind=strategy&page=9&x=1' })
    expect(page).toMatchObject({ inForce: true, entries: 2, before: '2026.3', dropped: [{ name: 'x', value: '1' }] })
    expect(page.contents.rows[0]?.href).toBe('/strategies/a-new-one/v/1')
    expect((await editionPage(deps, null, { name: '2026.3', search: '' })).inForce).toBe(false)
    await expect(editionPage(deps, null, { name: '1999.1', search: '' })).rejects.toMatchObject({ code: 'not-found' })

    expect((await overview(deps, null)).edition).toMatchObject({ name: '2026.4', entries: 2 })
    expect((await strategyPage(deps, null, 'a-cap')).frame.edition).toBe('2026.4')
    expect((await versionPage(deps, null, { kind: 'strategy', slug: 'a-cap', n: '1' })).editions).toEqual(['2026.3'])
    expect((await sitemap(deps, null)).map(({ path }) => path)).toContain('/editions/2026.3')
    expect((await feed(deps, null, null)).items[0]).toMatchObject({ path: '/editions/2026.4' })
    expect((await feed(deps, null, { kind: 'strategy', id: 'a-cap' })).items).toHaveLength(2)
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('[P13] a changed edition is found by the check', async () => {
    const { deps, moderator, entryId } = await scene()
    await publishEdition(deps, moderator, { name: '2026.4', note })
    await deps.store.tx((q) => q.delete(editionEntries).where(eq(editionEntries.entryId, entryId)))
    expect((await checkRecord(deps)).fault).toMatchObject({ where: 'edition 2026.4' })
    await deps.store.tx((q) => q.delete(editionEntries))
    await deps.store.tx((q) => q.delete(editions))
    expect((await checkRecord(deps)).fault?.words).toContain('is missing')
  })
})
