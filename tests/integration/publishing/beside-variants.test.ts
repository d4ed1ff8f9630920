import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { drafts, notifications } from '../../../db/schema.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { keepVariant } from '../../../server/usecases/versions/keep-variant.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { rollBackEntry } from '../../../server/usecases/versions/roll-back-entry.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { historyPage } from '../../../server/views/history-page.ts'
import { withdrawnEntry } from '../../../server/views/missing-entry.ts'
import { publishPage } from '../../../server/views/publish-page.ts'
import { rollBackPage } from '../../../server/views/roll-back-page.ts'
import { versionPage } from '../../../server/views/version-page.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy, revisedStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const at = { kind: 'strategy' as const, slug: 'a-cap' }
const place = 'strategies/a-cap'

const saying = (words: string) => ({
  ...revisedStrategy,
  sections: { ...revisedStrategy.sections, bet: paragraph(words) },
})

/** Version 1 as imported, version 2 as published, and a minority variant under number 3. */
async function scene() {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const first = await anAccount(deps, 'contributor', 'Owen Reid')
  const second = await anAccount(deps, 'contributor', 'Wanda Sato')
  const entryId = await anEntry(deps, first, completeStrategy, 'a-cap')
  const won = await aDecidedDraft(deps, { owner: second, entryId, baseVersion: 1 })
  await publishVersion(deps, moderator, { draftId: won.draftId, note: 'Stricter.' })
  const kept = await aDecidedDraft(deps, {
    owner: first,
    entryId,
    baseVersion: 2,
    content: saying('No cap.'),
    votes: [[first, 'object']],
  })
  await deps.store.tx((q) => q.update(drafts).set({ state: 'returned' }).where(eq(drafts.id, kept.draftId)))
  await keepVariant(deps, moderator, { draftId: kept.draftId, name: 'No cap', note: 'Seven of twenty wanted it.' })
  const third = await aDecidedDraft(deps, { owner: first, entryId, baseVersion: 2, content: saying('A higher cap.') })
  return { deps, moderator, first, second, entryId, third }
}

describe('[P31] the version before another one', () => {
  it('is never a variant, on the page of a version and in the history', async () => {
    const { deps, moderator, third } = await scene()
    await publishVersion(deps, moderator, { draftId: third.draftId, note: 'Higher.' })
    const { versions } = await historyPage(deps, null, at)
    expect(versions.map(({ n, before }) => [n, before])).toEqual([
      [4, 2],
      [3, null],
      [2, 1],
      [1, null],
    ])
    const earlier = async (n: string) => (await versionPage(deps, null, { ...at, n })).before
    expect([await earlier('4'), await earlier('3'), await earlier('2'), await earlier('1')]).toEqual([2, null, 1, null])
  })

  it('is where a withdrawn entry sends its readers', async () => {
    const { deps, moderator } = await scene()
    await withdrawEntry(deps, moderator, { place, reason: 'Too early.' })
    expect((await withdrawnEntry(deps, at.kind, at.slug))?.last).toBe(`/${place}/v/2`)
  })

  it('is the one whose authors are told that their words went', async () => {
    const { deps, moderator, first, second } = await scene()
    await rollBackEntry(deps, moderator, { place, n: 1, reason: 'The signal names a living person.' })
    const told = await deps.store.read.select().from(notifications).where(eq(notifications.kind, 'rolled-back'))
    expect(told.map(({ actorId }) => actorId).sort()).toEqual([first.actorId, second.actorId].sort())
  })
})

describe('[P4] the next number', () => {
  it('is the one after the variant, before a publication, a roll-back and where a version is missed', async () => {
    const { deps, moderator, third } = await scene()
    expect((await rollBackPage(deps, moderator, { place, n: '1' })).next).toBe(4)
    const page = await publishPage(deps, moderator, third.draftId)
    expect(page.next).toBe(4)
    await expect(versionPage(deps, null, { ...at, n: '9' })).rejects.toMatchObject({
      message: expect.stringContaining('versions 1 to 3'),
    })
  })
})
