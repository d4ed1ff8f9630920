import { eq, sql } from 'drizzle-orm'
import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { ballots } from '../../../db/schema.ts'
import { registerRecount } from '../../../server/http/recount-metrics.ts'
import { beginRecount } from '../../../server/jobs/recount-ballots.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { adminRooms } from '../../../server/views/admin-rooms.ts'
import { moderationQueue } from '../../../server/views/moderation-queue.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

async function scene() {
  const deps = testDeps()
  const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
  const admin = await anAccount(deps, 'admin', 'Ada Lund')
  const owner = await anAccount(deps, 'contributor', 'Owen Reid')
  const entryId = await anEntry(deps, moderator, completeStrategy, 'a-cap')
  const plan = { owner, entryId, baseVersion: 1 }
  const lost = await aDecidedDraft(deps, { ...plan, votes: [[owner, 'object']] })
  const { draftId } = await aDecidedDraft(deps, plan)
  const set = (agree: number) =>
    deps.store.tx((q) =>
      q
        .update(ballots)
        .set({ outcome: sql`json_set(${ballots.outcome}, '$.tally.agree', ${agree})` })
        .where(eq(ballots.id, lost.ballotId)),
    )
  const gauge = async () => {
    const register = new Registry()
    registerRecount(register, deps)
    return /^folkmoot_recount_differing_ballots (\d+)$/m.exec(await register.metrics())?.[1]
  }
  const publish = () =>
    publishVersion(deps, moderator, { draftId, note: 'Stricter.', overrides: ['recount'], overrideReason: 'x' })
  return { deps, moderator, admin, lost, set, gauge, publish }
}

describe('[P33] the recount of all closed ballots', () => {
  it('says nothing where all agree, and comes again the next night', async () => {
    const { deps, moderator, gauge, publish } = await scene()
    await beginRecount(deps)
    expect(await runDueJobs(deps)).toBe(1)
    expect(await runDueJobs(deps)).toBe(0)
    expect((await moderationQueue(deps, moderator)).frozen).toBeNull()
    expect(await gauge()).toBe('0')
    deps.setNow(Date.UTC(2026, 10, 25, 3))
    expect(await runDueJobs(deps)).toBe(1)
    expect(await publish()).toMatchObject({ version: 2 })
  })

  it('freezes publication where a stored result was changed by hand, until it agrees again', async () => {
    const { deps, moderator, admin, lost, set, gauge, publish } = await scene()
    await set(5)
    await beginRecount(deps)
    await runDueJobs(deps)
    const { frozen, promoted } = await moderationQueue(deps, moderator)
    expect(frozen).toMatchObject({
      words: expect.stringContaining('Nothing is published at the moment'),
      ballots: [{ href: `/ballots/${lost.ballotId}`, words: 'its tally is not what the record says' }],
    })
    expect(promoted.map(({ unmet }) => unmet.includes(frozen?.words ?? ''))).toEqual([true, true])
    expect((await adminRooms(deps, admin)).frozen).toEqual(frozen)
    expect(await gauge()).toBe('1')
    await expect(publish()).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('recount agrees'),
    })

    await set(0)
    deps.setNow(deps.now() + 600_000)
    await runDueJobs(deps)
    expect((await moderationQueue(deps, moderator)).frozen).toBeNull()
    expect(await gauge()).toBe('0')
    expect(await publish()).toMatchObject({ version: 2 })
  })
})
