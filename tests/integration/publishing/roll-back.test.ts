import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { declarations, events, notifications, versions } from '../../../db/schema.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { rollBackEntry } from '../../../server/usecases/versions/roll-back-entry.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { historyPage } from '../../../server/views/history-page.ts'
import { rollBackPage } from '../../../server/views/roll-back-page.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy, revisedStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const place = 'strategies/a-cap'
const reason = 'The new signal names a living person.'

async function scene() {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const owner = await anAccount(deps, 'contributor', 'Owen Reid')
  const other = await anEntry(deps, moderator, { ...completeStrategy, title: 'A brake' }, 'a-brake')
  const first = { ...completeStrategy, declarations: [{ kind: 'conflict' as const, to: 'a-brake', rationale: '' }] }
  const entryId = await anEntry(deps, owner, first, 'a-cap')
  const draft = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1, content: revisedStrategy })
  await publishVersion(deps, moderator, { draftId: draft.draftId, note: 'Stricter.' })
  return { deps, moderator, owner, entryId, other }
}

describe('[P16] [P17] rolling an entry back', () => {
  it('is for moderators, with a reason, to a version that says something else', async () => {
    const { deps, moderator, owner } = await scene()
    await expect(rollBackEntry(deps, null, { place, n: 1, reason })).rejects.toMatchObject({ code: 'signed-out' })
    await expect(rollBackEntry(deps, owner, { place, n: 1, reason })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(rollBackEntry(deps, moderator, { place, n: 1, reason: ' ' })).rejects.toMatchObject({
      field: 'reason',
    })
    await expect(rollBackEntry(deps, moderator, { place, n: 2, reason })).rejects.toMatchObject({ code: 'conflict' })
    await expect(rollBackEntry(deps, moderator, { place, n: 7, reason })).rejects.toMatchObject({ code: 'not-found' })
    await expect(rollBackEntry(deps, moderator, { place, n: 0, reason })).rejects.toMatchObject({ code: 'not-found' })
    await expect(rollBackEntry(deps, moderator, { place: 'strategies/none', n: 1, reason })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(rollBackEntry(deps, moderator, { place, n: 1, current: 1, reason })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('makes a new version with what the earlier one said, declared and was written by', async () => {
    const { deps, moderator, owner, entryId } = await scene()
    const before = await rollBackPage(deps, moderator, { place, n: '1' })
    expect(before.fault).toBeNull()
    expect(before.comparison.changes).toBeGreaterThan(0)
    expect(await rollBackEntry(deps, moderator, { place, n: 1, current: 2, reason })).toEqual({ version: 3 })

    const { frame } = await strategyPage(deps, null, 'a-cap')
    expect(frame.version).toMatchObject({
      n: 3,
      kind: 'rollback',
      note: reason,
      authors: ['Owen Reid'],
      decision: { summary: 'Rolled back to version 1 by a moderator.', ballot: null },
    })
    const rows = await deps.store.read.select().from(versions).where(eq(versions.entryId, entryId))
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3])
    expect(rows[2]?.snapshotId).toBe(rows[0]?.snapshotId)
    const declared = await deps.store.read
      .select()
      .from(declarations)
      .where(eq(declarations.versionId, rows[2]?.id ?? ''))
    expect(declared).toMatchObject([{ kind: 'conflict', to: 'a-brake' }])
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'version.rolled-back'))
    expect(event?.payload).toMatchObject({ n: 3, to: 1, actorId: moderator.actorId })
    expect(JSON.stringify(event)).not.toContain('living person')
    expect((await checkRecord(deps)).fault).toBeNull()

    const told = await deps.store.read.select().from(notifications).where(eq(notifications.kind, 'rolled-back'))
    expect(told.map(({ actorId }) => actorId)).toEqual([owner.actorId])

    await expect(rollBackEntry(deps, moderator, { place, n: 1, reason })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('the very same as version 1'),
    })
    const history = await historyPage(deps, moderator, { kind: 'strategy', slug: 'a-cap' })
    expect(history.versions.map(({ rollBack }) => rollBack !== null)).toEqual([false, true, true])
    const seen = await historyPage(deps, owner, { kind: 'strategy', slug: 'a-cap' })
    expect(seen.versions.every(({ rollBack }) => rollBack === null)).toBe(true)
  })

  it('brings a withdrawn entry back', async () => {
    const { deps, moderator } = await scene()
    await withdrawEntry(deps, moderator, { place, reason: 'Too early.' })
    await expect(strategyPage(deps, null, 'a-cap')).rejects.toMatchObject({ code: 'gone' })
    await expect(rollBackEntry(deps, moderator, { place, n: 3, reason })).rejects.toMatchObject({ code: 'conflict' })
    await rollBackEntry(deps, moderator, { place, n: 2, reason })
    expect((await strategyPage(deps, null, 'a-cap')).frame.version.n).toBe(4)
    expect((await checkRecord(deps)).fault).toBeNull()
  })
})
