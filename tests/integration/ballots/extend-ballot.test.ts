import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallot } from '../../../db/queries/ballots.ts'
import { ballotTimes, events, notifications } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import { extendBallot } from '../../../server/usecases/ballots/extend-ballot.ts'
import { ballotPage } from '../../../server/views/ballot-page.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

const day = 24 * 60 * minute

describe('extending a ballot', () => {
  it('[B50] moves its closing, says so on its page and in the record, and tells the electorate', async () => {
    const deps = testDeps()
    const { ballotId, owner, voters } = await aBallot(deps)
    const from = deps.now() + 10 * minute
    const to = from + 60 * minute
    await extendBallot(deps, owner, { ballotId, closesAt: to, reason: 'Two of us were away.' })
    deps.setNow(from)
    expect(await runDueJobs(deps)).toBe(0)
    await vote(deps, voters[0], ballotId, 'agree')
    const page = await ballotPage(deps, voters[0], ballotId)
    expect(page).toMatchObject({ state: 'open', closesAt: to, mayExtend: false })
    expect(page.moves).toMatchObject([{ kind: 'extended', from, to, by: owner.name, reason: 'Two of us were away.' }])
    const q = deps.store.read
    const [event] = await q.select().from(events).where(eq(events.type, 'ballot.extended'))
    expect(event?.payload).toEqual({ ballotId, kind: 'extended', from, to, by: owner.actorId })
    const told = await q.select().from(notifications).where(eq(notifications.kind, 'ballot-moved'))
    // Everybody of the five but who did it.
    expect(told.map(({ actorId }) => actorId)).toHaveLength(4)
    deps.setNow(to)
    expect(await runDueJobs(deps)).toBe(1)
    expect((await findBallot(q, ballotId))?.state).toBe('closed')
  })

  it('[B51] is for who opened it and for moderators, with a reason, and later only', async () => {
    const deps = testDeps()
    const { ballotId, owner, voters, moderator } = await aBallot(deps)
    const closes = deps.now() + 10 * minute
    const extend = (by: typeof owner | null, closesAt: number, reason?: string) =>
      extendBallot(deps, by, { ballotId, closesAt, reason })
    await expect(extend(null, closes + day, 'x')).rejects.toMatchObject({ code: 'signed-out' })
    await expect(extend(voters[0], closes + day, 'x')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(extend(owner, closes + day)).rejects.toMatchObject({ code: 'bad-input', field: 'reason' })
    await expect(extend(owner, closes - minute, 'x')).rejects.toMatchObject({ code: 'bad-input', field: 'closesAt' })
    for (let n = 1; n <= 5; n++) await extend(n % 2 === 0 ? owner : moderator, closes + n * day, 'x')
    await expect(extend(moderator, closes + 6 * day, 'x')).rejects.toMatchObject({ field: 'closesAt' })
    await closeBallot(deps, moderator, { ballotId, reason: 'Everyone has voted.' })
    await expect(extend(moderator, closes + 6 * day, 'x')).rejects.toMatchObject({ code: 'too-late' })
    expect(await deps.store.read.$count(ballotTimes)).toBe(5)
  })

  it('[B50] is refused from the closing instant on, also before anybody has counted', async () => {
    const deps = testDeps()
    const { ballotId, owner } = await aBallot(deps)
    const closes = deps.now() + 10 * minute
    const extend = () => extendBallot(deps, owner, { ballotId, closesAt: closes + day, reason: 'x' })
    deps.setNow(closes)
    await expect(extend()).rejects.toMatchObject({ code: 'too-late' })
    const both = await Promise.allSettled([extend(), runDueJobs(deps), extend()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
    // A clock that is set back does not open again what has closed.
    deps.setNow(closes - minute)
    await expect(extend()).rejects.toMatchObject({ code: 'too-late' })
    expect((await findBallot(deps.store.read, ballotId))?.state).toBe('closed')
  })

  it('[B50] reminds a day before the new time, and not before the earlier one', async () => {
    const deps = testDeps()
    const start = deps.now()
    const { ballotId, owner } = await aBallot(deps, { closesAt: start + 3 * day })
    await extendBallot(deps, owner, { ballotId, closesAt: start + 6 * day, reason: 'x' })
    const reminders = () => deps.store.read.$count(notifications, eq(notifications.kind, 'ballot-closing'))
    deps.setNow(start + 2 * day)
    await runDueJobs(deps)
    expect(await reminders()).toBe(0)
    deps.setNow(start + 5 * day)
    await runDueJobs(deps)
    expect(await reminders()).toBe(5)
  })
})
