import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallot } from '../../../db/queries/ballots.ts'
import { findPlan } from '../../../db/queries/publication-plans.ts'
import { drafts, jobs, notifications, publicationPlans, users } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { stateOutcome } from '../../../server/usecases/ballots/state-outcome.ts'
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
  const { draftId, ballotId } = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1 })
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
  return { deps, moderator, owner, entryId, draftId, ballotId, plan, planned, later, current }
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

  it('gives its version days that lie after its time, and leaves out those that passed meanwhile', async () => {
    const { deps, moderator, plan, later, current } = await scene()
    const at = plan.at + 48 * hour
    const day = (n: number) => new Date(at + n * 24 * hour).toISOString().slice(0, 10)
    // A day to come, but one before the publication.
    const early = { ...plan, at, review: day(-1) }
    await expect(planPublication(deps, moderator, early)).rejects.toMatchObject({ code: 'bad-input', field: 'review' })
    await planPublication(deps, moderator, { ...plan, at, review: day(1), expires: day(9) })
    await later(at - plan.at + 3 * 24 * hour)
    expect(await current()).toBe(2)
    expect((await strategyPage(deps, null, 'a-cap')).frame.days).toMatchObject({
      reviewAt: null,
      expiresAt: Date.parse(`${day(9)}T00:00:00Z`),
    })
  })

  it('has one job, which moves with it', async () => {
    const { deps, moderator, plan, later, current, draftId } = await scene()
    await planPublication(deps, moderator, plan)
    await cancelPublication(deps, moderator, draftId)
    await planPublication(deps, moderator, { ...plan, at: plan.at + 4 * hour })
    const ofPlans = eq(jobs.kind, 'publish-planned')
    expect(await deps.store.read.select().from(jobs).where(ofPlans)).toMatchObject([{ dueAt: plan.at + 4 * hour }])
    await later(2 * hour)
    expect(await current()).toBe(1)
    await later(4 * hour)
    expect(await current()).toBe(2)
  })

  it('is not published where it is taken back or replaced while it is at it', async () => {
    const { deps, moderator, plan, current, draftId } = await scene()
    await planPublication(deps, moderator, plan)
    const read = await findPlan(deps.store.read, draftId)
    const publish = () => publishVersion(deps, moderator, { draftId, note: plan.note }, read)
    await planPublication(deps, moderator, { ...plan, note: 'Worded anew.' })
    await expect(publish()).rejects.toMatchObject({ code: 'conflict' })
    await cancelPublication(deps, moderator, draftId)
    await expect(publish()).rejects.toMatchObject({ code: 'conflict' })
    expect(await current()).toBe(1)
  })

  it('leaves an outcome statement that was worded meanwhile', async () => {
    const { deps, moderator, plan, later, ballotId } = await scene()
    await planPublication(deps, moderator, plan)
    await stateOutcome(deps, moderator, { ballotId, statement: 'Adopted after three objections.' })
    await later(2 * hour)
    expect((await findBallot(deps.store.read, ballotId))?.statement).toBe('Adopted after three objections.')
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
