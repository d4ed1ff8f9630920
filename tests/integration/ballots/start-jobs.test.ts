import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { findBallot } from '../../../db/queries/ballots.ts'
import { startJobs } from '../../../server/jobs/start-jobs.ts'
import { aBallot, minute } from '../../factories/ballot-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

describe('the scheduler', () => {
  it('[B14] closes a ballot within a second of its time, also one that opened after it started', async () => {
    const deps = testDeps()
    const jobs = startJobs(deps)
    onTestFinished(() => jobs.stop())
    const { ballotId } = await aBallot(deps)
    deps.setNow(deps.now() + 10 * minute)
    const state = async () => (await findBallot(deps.store.read, ballotId))?.state
    await vi.waitFor(async () => expect(await state()).toBe('closed'), { timeout: 2_000, interval: 20 })
  })

  it('runs what came due while nobody was there, at once', async () => {
    const deps = testDeps()
    const { ballotId } = await aBallot(deps)
    deps.setNow(deps.now() + 10 * minute)
    const jobs = startJobs(deps)
    await jobs.stop()
    expect((await findBallot(deps.store.read, ballotId))?.state).toBe('closed')
  })

  it('rests once it is stopped', async () => {
    const deps = testDeps()
    const { ballotId } = await aBallot(deps)
    const jobs = startJobs(deps)
    await jobs.stop()
    deps.setNow(deps.now() + 10 * minute)
    await new Promise((later) => setTimeout(later, 1_200))
    expect((await findBallot(deps.store.read, ballotId))?.state).toBe('open')
  })
})
