import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notifications, watches } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { lookAtBallots } from '../../../server/notifications/things/ballots.ts'
import { createServices } from '../../../server/services.ts'
import { amendBallot } from '../../../server/usecases/ballots/amend-ballot.ts'
import { replaceSection } from '../../../server/usecases/drafts/replace-section.ts'
import { aBallot, vote } from '../../factories/ballot-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

const day = 86_400_000

const rows = (deps: TestDeps) =>
  deps.store.read.select().from(notifications).orderBy(asc(notifications.actorId), asc(notifications.key))

test('a ballot needs its electorate, each until they have voted', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const { owner, voters, admin, ballotId } = await aBallot(deps)
  expect((await inboxOf(deps, voters[0])).needs).toEqual(['ballot'])
  expect((await services.inboxPage(voters[0], null)).groups).toMatchObject([
    { noun: 'Ballot', href: `/ballots/${ballotId}#vote`, due: deps.now() + 600_000 },
  ])
  // [I1] Who opened it knows; who is not on the electorate is not asked.
  expect((await inboxOf(deps, owner)).needs).toEqual([])
  expect(await inboxOf(deps, admin)).toMatchObject({ needs: [], watching: [] })
  await vote(deps, voters[0], ballotId, 'agree')
  expect((await inboxOf(deps, voters[0])).needs).toEqual([])
  expect((await inboxOf(deps, voters[1])).needs).toEqual(['ballot'])
  deps.setNow(deps.now() + day)
  await runDueJobs(deps)
  expect((await inboxOf(deps, voters[1])).needs).toEqual([])
})

test('[I14] a day before it closes those are reminded who have not voted, by rows that say nothing', async () => {
  const deps = testDeps()
  const { owner, voters, moderator, ballotId } = await aBallot(deps, {
    closesAt: deps.now() + 7 * day,
    names: 'hidden',
  })
  await vote(deps, voters[0], ballotId, 'agree')
  deps.setNow(deps.now() + 6 * day)
  await runDueJobs(deps)
  const reminded = (await rows(deps)).filter(({ kind }) => kind === 'ballot-closing')
  expect(reminded.map(({ actorId }) => actorId).sort()).toEqual(
    [owner, ...voters, moderator].map(({ actorId }) => actorId).sort(),
  )
  expect((await inboxOf(deps, voters[0])).needs).toEqual([])
  expect((await inboxOf(deps, voters[1])).needs).toEqual(expect.arrayContaining(['ballot-closing', 'ballot']))
  expect((await inboxOf(deps, owner)).needs).toEqual(['ballot-closing'])
  // It runs at least once, and tells once.
  await deps.store.tx(async (q) => {
    await q.update(notifications).set({ doneAt: 1 }).where(eq(notifications.kind, 'ballot-closing'))
  })
  const { jobKinds } = await import('../../../server/jobs/job-kinds.ts')
  await jobKinds['remind-voters']?.(deps, { ballotId })
  expect((await rows(deps)).filter(({ kind, doneAt }) => kind === 'ballot-closing' && doneAt === null)).toEqual([])
})

test.each(['agree', 'object'] as const)('[I14] from a hidden vote (%s) nothing is told or watched', async (choice) => {
  const deps = testDeps()
  const { voters, ballotId } = await aBallot(deps, { results: 'hidden', names: 'hidden' })
  const before = [await rows(deps), await deps.store.read.select().from(watches)]
  await vote(deps, voters[0], ballotId, choice)
  expect([await rows(deps), await deps.store.read.select().from(watches)]).toEqual(before)
})

test('[I14] an objection that its voter shows is told without a name where names are hidden', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const { owner, voters, ballotId } = await aBallot(deps, { results: 'hidden', names: 'hidden' })
  await services.castVote(voters[0], {
    ballotId,
    choice: 'object',
    reason: 'It names no limit.',
    settledBy: 'A number.',
    publishObjection: true,
  })
  const [row] = (await rows(deps)).filter(({ kind }) => kind === 'objection')
  expect(row).toMatchObject({ actorId: owner.actorId, byId: null })
  expect((await deps.store.read.select().from(watches)).map(({ actorId }) => actorId)).not.toContain(voters[0].actorId)
})

test('objections that hold a carried draft back wait for its owner, then publishing waits', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const { owner, voters, moderator, ballotId } = await aBallot(deps)
  await vote(deps, voters[0], ballotId, 'agree')
  await vote(deps, voters[1], ballotId, 'agree')
  await vote(deps, voters[2], ballotId, 'object')
  await services.closeBallot(moderator, { ballotId, reason: 'Everybody has voted.' })
  expect((await inboxOf(deps, owner)).needs).toContain('draft-blocked')
  expect((await inboxOf(deps, moderator)).needs).toEqual(['statement-asked'])
  const { objections } = await services.objectionsOf(owner, {
    draftId: (await services.ballotPage(owner, ballotId)).draft?.id ?? '',
  })
  await services.disposeObjection(owner, {
    objectionId: objections[0]?.id ?? '',
    disposition: 'dismissed',
    reason: 'The number is in the threshold.',
  })
  expect((await inboxOf(deps, owner)).needs).not.toContain('draft-blocked')
  expect((await inboxOf(deps, moderator)).needs).toEqual(expect.arrayContaining(['statement-asked', 'ready']))
})

test('ballots that one has voted in are looked up in prepared statements, however many they are', async () => {
  const deps = testDeps()
  const { voters, ballotId, owner, draftId } = await aBallot(deps, { closesAt: deps.now() + 7 * day })
  await vote(deps, voters[0], ballotId, 'agree')
  await replaceSection(deps, owner, { draftId, section: 'bet', markdown: 'Another bet.' })
  await amendBallot(deps, owner, { ballotId, change: 'material', note: 'Another.' })
  let built = 0
  const q = new Proxy(deps.store.read, {
    get(target, name) {
      if (name === 'select') built += 1
      return Reflect.get(target, name).bind(target)
    },
  })
  const told = (await rows(deps)).filter(({ actorId, kind }) => actorId === voters[0].actorId && kind !== 'ballot')
  const look = () => lookAtBallots(q, told, { viewer: voters[0], now: deps.now() })
  await look()
  built = 0
  expect([...(await look()).values()].map((sight) => sight?.settlement)).toEqual(['waits'])
  expect(built).toBe(0)
})
