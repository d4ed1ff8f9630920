import { expect, it, vi } from 'vitest'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import type { LiveEvent } from '../../../server/live/bus.ts'
import { relayBallots } from '../../../server/live/relay-ballots.ts'
import { createServices } from '../../../server/services.ts'
import type { BallotWorld } from '../../factories/ballot-world.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { changeWorkshop, makeWorkshop } from '../../factories/live-room.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** A ballot, a live room that works on its draft, and another room that does not; what both hear. */
async function heardWorld() {
  const deps = testDeps()
  const services = createServices(deps)
  const world: BallotWorld = await aBallot(deps, { results: 'hidden' })
  const workshopId = await makeWorkshop(deps, world.moderator.actorId, { drafts: [world.draftId] })
  const other = await makeWorkshop(deps, world.moderator.actorId, { code: 'DEF4827' })
  const heard: LiveEvent[] = []
  deps.live.subscribe((event) => {
    if (event.topic.startsWith('workshop/')) heard.push(event)
  })
  relayBallots(deps)
  const { ballotId } = world
  const hears = (type: string) =>
    vi.waitFor(() => expect(heard).toContainEqual({ topic: `workshop/${workshopId}`, type, id: ballotId }))
  return { deps, services, ...world, workshopId, other, heard, hears }
}

it('[V1] a room hears that its ballot is extended and closed by hand, and not of each paper', async () => {
  const { deps, services, owner, moderator, voters, ballotId, other, heard, hears } = await heardWorld()
  await vote(deps, voters[0], ballotId, 'agree')
  const closesAt = deps.now() + 20 * minute
  await services.extendBallot(owner, { ballotId, closesAt, reason: 'The room needs it.' })
  await hears('ballot.extended')
  await services.closeBallot(moderator, { ballotId, reason: 'The room has voted.' })
  await hears('ballot.closed')
  expect(heard.map(({ type }) => type)).toEqual(['ballot.extended', 'ballot.closed'])
  expect(heard.filter(({ topic }) => topic === `workshop/${other}`)).toEqual([])
})

it('[V1] a room hears that the clock closed its ballot, and that another one opened', async () => {
  const { deps, services, owner, draftId, heard, hears, workshopId } = await heardWorld()
  deps.setNow(deps.now() + 11 * minute)
  await runDueJobs(deps)
  await hears('ballot.closed')
  await services.moveDraft(owner, { draftId, move: 'take-back' })
  const opened = await services.openBallot(owner, {
    draftId,
    rule: 'simple-majority',
    quorum: 1,
    closesAt: deps.now() + 5 * minute,
    electorate: 'members',
    names: 'shown',
  })
  await vi.waitFor(() =>
    expect(heard).toContainEqual({ topic: `workshop/${workshopId}`, type: 'ballot.opened', id: opened.id }),
  )
})

it('[V1] a room that is over hears nothing', async () => {
  const { deps, services, moderator, ballotId, workshopId, heard } = await heardWorld()
  await changeWorkshop(deps, workshopId, { state: 'ended', endedAt: deps.now() })
  const still = await makeWorkshop(deps, moderator.actorId, {
    code: 'GHJ4827',
    drafts: [(await services.ballotPage(moderator, ballotId)).draft?.id ?? ''],
  })
  await services.closeBallot(moderator, { ballotId, reason: 'Enough.' })
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0))
  expect(heard.map(({ topic }) => topic)).toEqual([`workshop/${still}`])
})
