import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { drafts, notifications, publicationPlans, users } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { cancelPublication } from '../../../server/usecases/versions/cancel-publication.ts'
import { planPublication } from '../../../server/usecases/versions/plan-publication.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { publishPage } from '../../../server/views/publish-page.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const hour = 3_600_000

async function scene() {
  const real = testDeps()
  let ahead = 0
  const deps = { ...real, now: () => real.now() + ahead }
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const owner = await anAccount(deps, 'contributor', 'Owen Reid')
  const entryId = await anEntry(deps, moderator, completeStrategy, 'a-cap')
  const { draftId } = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1 })
  const at = deps.now() + hour
  const plan = { draftId, note: 'Stricter.', statement: 'Adopted.', at }
  const planned = async () => {
    const [row] = await deps.store.read.select().from(publicationPlans).where(eq(publicationPlans.draftId, draftId))
    return row
  }
  const later = async (by: number) => {
    ahead += by
    await runDueJobs(deps)
  }
  const current = async () => (await strategyPage(deps, null, 'a-cap')).frame.version.n
  return { deps, moderator, owner, entryId, draftId, plan, planned, later, current }
}

describe('[P25] [P26] a planned publication', () => {
  it('is for moderators, for a time to come, of what may be published', async () => {
    const { deps, moderator, owner, plan, draftId, planned } = await scene()
    await expect(planPublication(deps, null, plan)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(planPublication(deps, owner, plan)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(planPublication(deps, moderator, { ...plan, note: '' })).rejects.toMatchObject({ field: 'note' })
    await expect(planPublication(deps, moderator, { ...plan, at: Number.NaN })).rejects.toMatchObject({
      field: 'whenAt',
    })
    await expect(planPublication(deps, moderator, { ...plan, review: 'x' })).rejects.toMatchObject({ field: 'review' })
    await deps.store.tx((q) => q.update(drafts).set({ state: 'returned' }).where(eq(drafts.id, draftId)))
    await expect(planPublication(deps, moderator, plan)).rejects.toMatchObject({ code: 'not-ready' })
    expect(await planned()).toBeUndefined()
  })

  it('happens at its time, once, as who planned it', async () => {
    const { deps, moderator, plan, planned, later, current, draftId } = await scene()
    await planPublication(deps, moderator, plan)
    expect((await publishPage(deps, moderator, draftId)).plan).toMatchObject({ by: 'Mara Diaz', state: 'planned' })
    await later(hour / 2)
    expect(await current()).toBe(1)
    await later(hour)
    await later(0)
    expect(await current()).toBe(2)
    expect(await planned()).toMatchObject({ state: 'done', refusal: null })
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('is refused with words where a requirement does not hold any more, and its planner is told', async () => {
    const { deps, moderator, plan, planned, later, current, draftId } = await scene()
    await planPublication(deps, moderator, plan)
    await deps.store.tx((q) => q.update(drafts).set({ state: 'returned' }).where(eq(drafts.id, draftId)))
    await later(2 * hour)
    expect(await current()).toBe(1)
    expect(await planned()).toMatchObject({ state: 'refused', refusal: expect.stringContaining('taken back') })
    const told = await deps.store.read.select().from(notifications).where(eq(notifications.kind, 'plan-refused'))
    expect(told.map(({ actorId }) => actorId)).toEqual([moderator.actorId])
    expect((await publishPage(deps, moderator, draftId)).plan?.state).toBe('refused')
  })

  it('is refused where its planner may not publish any more', async () => {
    const { deps, moderator, plan, planned, later, current } = await scene()
    await planPublication(deps, moderator, plan)
    await deps.store.tx((q) => q.update(users).set({ role: 'contributor' }).where(eq(users.actorId, moderator.actorId)))
    await later(2 * hour)
    expect(await current()).toBe(1)
    expect(await planned()).toMatchObject({ state: 'refused' })
  })

  it('may be taken back, planned anew, and ends where somebody publishes before', async () => {
    const { deps, moderator, owner, plan, planned, later, current, draftId } = await scene()
    await planPublication(deps, moderator, plan)
    await expect(cancelPublication(deps, owner, draftId)).rejects.toMatchObject({ code: 'not-allowed' })
    await cancelPublication(deps, moderator, draftId)
    await expect(cancelPublication(deps, moderator, draftId)).rejects.toMatchObject({ code: 'conflict' })
    await later(2 * hour)
    expect(await current()).toBe(1)
    await planPublication(deps, moderator, { ...plan, at: plan.at + 4 * hour })
    await publishVersion(deps, moderator, { draftId, note: 'At once.' })
    expect((await planned())?.state).toBe('done')
    await later(4 * hour)
    expect(await current()).toBe(2)
    expect((await checkRecord(deps)).fault).toBeNull()
  })
})
