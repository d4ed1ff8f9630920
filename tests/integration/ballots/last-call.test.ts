import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallot, listBallotTimes } from '../../../db/queries/ballots.ts'
import { events, notifications } from '../../../db/schema.ts'
import { beginLastCall } from '../../../server/jobs/begin-last-call.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { castVote } from '../../../server/usecases/ballots/cast-vote.ts'
import { extendBallot } from '../../../server/usecases/ballots/extend-ballot.ts'
import { raiseObjection } from '../../../server/usecases/objections/raise-objection.ts'
import { ballotPage } from '../../../server/views/ballot-page.ts'
import { aBallot, minute } from '../../factories/ballot-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

const objection = { choice: 'object', reason: 'It names no limit.', settledBy: 'A number.' }

describe('the last call of a ballot', () => {
  it('[B57] is announced once when it begins, also where the closing time had moved', async () => {
    const deps = testDeps()
    const start = deps.now()
    const { ballotId, owner } = await aBallot(deps, { lastCall: 3 * minute })
    await extendBallot(deps, owner, { ballotId, closesAt: start + 20 * minute, reason: 'x' })
    const announced = () => deps.store.read.$count(events, eq(events.type, 'ballot.last-call'))
    deps.setNow(start + 7 * minute)
    await runDueJobs(deps)
    expect(await announced()).toBe(0)
    expect((await ballotPage(deps, owner, ballotId)).lastCall).toMatchObject({ running: false })
    deps.setNow(start + 17 * minute)
    await runDueJobs(deps)
    await beginLastCall(deps, { ballotId, closesAt: start + 20 * minute })
    expect(await announced()).toBe(1)
    expect((await ballotPage(deps, owner, ballotId)).lastCall).toMatchObject({ running: true, restarts: false })
    expect(await deps.store.read.$count(notifications, eq(notifications.kind, 'ballot-last-call'))).toBe(5)
  })

  it('[B58] begins anew with each new objection, three times at most, and then closes', async () => {
    const deps = testDeps()
    const { ballotId, draftId, voters, owner } = await aBallot(deps, { lastCall: 3 * minute, lastCallRestarts: true })
    const closes = async () => (await findBallot(deps.store.read, ballotId))?.closesAt ?? 0
    const first = await closes()
    deps.setNow(first - 5 * minute)
    await castVote(deps, voters[0], { ballotId, ...objection, publishObjection: true })
    expect(await closes()).toBe(first)
    deps.setNow(first - minute)
    await castVote(deps, voters[1], { ballotId, ...objection, publishObjection: true })
    expect(await closes()).toBe(first + 2 * minute)
    deps.setNow(first + minute)
    const heard: string[] = []
    const stop = deps.live.subscribe(({ topic, type }) => heard.push(`${topic} ${type}`))
    await raiseObjection(deps, voters[2], { draftId, text: 'It forgets the small ones.', settledBy: 'A word.' })
    expect(await closes()).toBe(first + 4 * minute)
    // [B50] Open pages of the ballot and of its draft learn of the new time.
    for (const topic of [`ballot/${ballotId}`, `draft/${draftId}`]) expect(heard).toContain(`${topic} ballot.extended`)
    stop()
    deps.setNow(first + 3 * minute)
    await castVote(deps, owner, { ballotId, ...objection, publishObjection: true })
    expect(await closes()).toBe(first + 6 * minute)
    deps.setNow(first + 5 * minute)
    await raiseObjection(deps, voters[2], { draftId, text: 'And the large ones.', settledBy: 'Another word.' })
    expect(await closes()).toBe(first + 6 * minute)
    const times = await listBallotTimes(deps.store.read, ballotId)
    expect(times.map(({ kind, name }) => [kind, name])).toEqual(Array(3).fill(['last-call', null]))
    deps.setNow(first + 6 * minute)
    await runDueJobs(deps)
    expect((await findBallot(deps.store.read, ballotId))?.state).toBe('closed')
  })

  it('[B58] [B17] is not moved by a sealed objection, which would tell of it, nor at the closing instant', async () => {
    const deps = testDeps()
    const { ballotId, draftId, voters } = await aBallot(deps, { lastCall: 3 * minute, lastCallRestarts: true })
    const first = (await findBallot(deps.store.read, ballotId))?.closesAt ?? 0
    deps.setNow(first - minute)
    await castVote(deps, voters[0], { ballotId, ...objection })
    deps.setNow(first)
    await raiseObjection(deps, voters[1], { draftId, text: 'Too late.', settledBy: 'Nothing.' })
    expect((await findBallot(deps.store.read, ballotId))?.closesAt).toBe(first)
  })
})
