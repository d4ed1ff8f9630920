import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { declarations, drafts, entries, events, versions } from '../../../db/schema.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { Independent } from '../../../scripts/verify-independent.mjs'
import { verifyBundle } from '../../../server/cli/verify/verify-bundle.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { keepVariant } from '../../../server/usecases/versions/keep-variant.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { rollBackEntry } from '../../../server/usecases/versions/roll-back-entry.ts'
import { draftPage } from '../../../server/views/draft-page.ts'
import { feed } from '../../../server/views/feed.ts'
import { historyPage } from '../../../server/views/history-page.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { versionJson } from '../../../server/views/version-json.ts'
import { versionPage } from '../../../server/views/version-page.ts'
import { bundleOf, bundleWorld } from '../../factories/bundle-world.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy, revisedStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const slug = 'a-cap'
const said = { name: 'With a lower cap', note: 'Seven of twenty wanted it.' }
const other = {
  ...revisedStrategy,
  sections: { ...revisedStrategy.sections, bet: paragraph('A lower cap.') },
  declarations: [{ kind: 'conflict' as const, to: 'a-brake', rationale: '' }],
}

async function scene() {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const owner = await anAccount(deps, 'contributor', 'Owen Reid')
  const entryId = await anEntry(deps, owner, completeStrategy, slug)
  const plan = { owner, entryId, baseVersion: 1 }
  const lost = await aDecidedDraft(deps, { ...plan, content: other, votes: [[owner, 'object']] })
  const won = await aDecidedDraft(deps, plan)
  await deps.store.tx((q) => q.update(drafts).set({ state: 'returned' }).where(eq(drafts.id, lost.draftId)))
  return { deps, moderator, owner, entryId, lost, won }
}

describe('a minority variant', () => {
  it('[P30] is kept by a moderator, with a name and a reason, of a text that lost', async () => {
    const { deps, moderator, owner, lost, won } = await scene()
    const keep = (by: typeof owner | null, change = {}) =>
      keepVariant(deps, by, { draftId: lost.draftId, ...said, ...change })
    await expect(keep(null)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(keep(owner)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(keep(moderator, { name: '' })).rejects.toMatchObject({ code: 'bad-input', field: 'name' })
    await expect(keep(moderator, { note: ' ' })).rejects.toMatchObject({ code: 'bad-input', field: 'note' })
    await expect(keep(moderator, { draftId: won.draftId })).rejects.toMatchObject({ code: 'conflict' })
    expect((await draftPage(deps, moderator, lost.draftId)).variantHref).toBe(`/moderation/${lost.draftId}/variant`)
    expect(await keep(moderator)).toEqual({ path: `/strategies/${slug}/v/2` })
    await expect(keep(moderator, { name: 'Another' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await draftPage(deps, moderator, lost.draftId)).variantHref).toBeNull()
  })

  it('[P30] is kept once, whichever draft the same text stood in', async () => {
    const { deps, moderator, owner, entryId, lost } = await scene()
    await keepVariant(deps, moderator, { draftId: lost.draftId, ...said })
    const again = { owner, entryId, baseVersion: 1, content: other, votes: [[owner, 'object']] } as const
    const { draftId } = await aDecidedDraft(deps, again)
    await deps.store.tx((q) => q.update(drafts).set({ state: 'returned' }).where(eq(drafts.id, draftId)))
    await expect(keepVariant(deps, moderator, { draftId, name: 'Another', note: 'x' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('kept as a variant already'),
    })
  })

  it('[P31] has a number and an address, and changes nothing of what is current', async () => {
    const { deps, moderator, entryId, lost, won } = await scene()
    await keepVariant(deps, moderator, { draftId: lost.draftId, ...said })
    const [entry] = await deps.store.read.select().from(entries).where(eq(entries.id, entryId))
    expect(entry?.currentVersion).toBe(1)
    expect(await deps.store.read.select().from(declarations)).toEqual([])
    expect((await feed(deps, null, null)).items.map(({ title }) => title).join()).not.toContain('lower')
    // The draft that won is published from the version it began with, under the next free number.
    expect(await publishVersion(deps, moderator, { draftId: won.draftId, note: 'Stricter.' })).toMatchObject({
      version: 3,
    })
    const back = { place: `strategies/${slug}`, n: 2, reason: 'x' }
    await expect(rollBackEntry(deps, moderator, back)).rejects.toMatchObject({ code: 'conflict' })
    expect(await checkRecord(deps)).toMatchObject({ versions: 3, fault: null })
  })

  it('[P32] says what it is on its page, in the history, in the API, and the entry leads to it', async () => {
    const { deps, moderator, lost } = await scene()
    await keepVariant(deps, moderator, { draftId: lost.draftId, ...said })
    const page = await versionPage(deps, null, { kind: 'strategy', slug, n: '2' })
    expect(page).toMatchObject({
      version: { variant: said.name, authors: ['Owen Reid'], note: said.note },
      entry: { currentVersion: 1 },
    })
    expect(await versionJson(deps, null, { kind: 'strategy', id: slug, n: 2 })).toMatchObject({ variant: said.name })
    const { versions: all } = await historyPage(deps, moderator, { kind: 'strategy', slug })
    expect(all.map(({ n, variant, rollBack }) => [n, variant, rollBack])).toEqual([
      [2, said.name, null],
      [1, null, null],
    ])
    const { frame } = await strategyPage(deps, null, slug)
    expect(frame.variants).toEqual([{ n: 2, name: said.name }])
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'version.variant-kept'))
    expect(JSON.stringify(event?.payload)).not.toContain('lower')
  })

  it('[P31] holds up in a bundle, and one that is passed off as published is found by both verifiers', async () => {
    const { deps, moderator } = await bundleWorld()
    const entry = (await deps.store.read.select().from(entries).where(eq(entries.slug, 'windfall')))[0]
    const [returned] = await deps.store.read.select().from(drafts).where(eq(drafts.state, 'returned'))
    expect(returned?.entryId).toBe(entry?.id)
    await keepVariant(deps, moderator, { draftId: returned?.id ?? '', ...said })
    const verify = async () => {
      const lines = await bundleOf(deps)
      const all = new Independent()
      for (const line of lines) all.take(line)
      return [(await verifyBundle(lines)).counts, all.end()]
    }
    const [ours, theirs] = await verify()
    expect(ours).toEqual(theirs)
    await deps.store.tx((q) => q.update(versions).set({ kind: 'publish' }).where(eq(versions.kind, 'variant')))
    const lines = await bundleOf(deps)
    await expect(verifyBundle(lines)).rejects.toThrow()
    expect(() => {
      const all = new Independent()
      for (const line of lines) all.take(line)
      return all.end()
    }).toThrow()
  })
})
