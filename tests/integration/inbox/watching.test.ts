import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { entries, users, watches } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { testDeps } from '../../factories/test-deps.ts'

async function publishedWorld() {
  const deps = testDeps()
  const services = createServices(deps)
  const world = await aBallot(deps)
  const [entry] = await deps.store.read.select().from(entries).where(eq(entries.slug, 'rate-limited-ai'))
  const watcher = await anAccount(deps, 'contributor', 'Wanda')
  const quiet = await anAccount(deps, 'contributor', 'Quentin')
  const thing = `entry/${entry?.id}`
  return { deps, services, ...world, watcher, quiet, thing }
}

describe('[I25] who watches an entry', () => {
  test('hears of its drafts, its hearings, its ballots and their results, as loud as they chose', async () => {
    const { deps, services, watcher, quiet, thing, moderator, voters, owner } = await publishedWorld()
    const tag = 'tag/none-of-these'
    expect((await refusal(services.watchThing(watcher, { thing: tag, volume: 'all' }))).code).toBe('not-found')
    await services.watchThing(watcher, { thing, volume: 'all' })
    await services.watchThing(quiet, { thing, volume: 'decisions' })
    const { id: draftId } = await services.createDraft(moderator, { kind: 'strategy', entry: 'rate-limited-ai' })
    expect((await inboxOf(deps, watcher)).watching).toEqual(['draft-begun'])
    await services.openThread(moderator, { draft: draftId, kind: 'general' })
    await services.openThread(moderator, { draft: draftId, kind: 'threshold', place: 'section/threshold' })
    expect((await inboxOf(deps, watcher)).watching.sort()).toEqual(['draft-begun', 'thread'])
    expect((await inboxOf(deps, quiet)).watching).toEqual([])
    const { id: ballotId } = await services.openBallot(moderator, {
      draftId,
      rule: 'simple-majority',
      parameters: {},
      quorum: 1,
      closesAt: deps.now() + 10 * minute,
      electorate: [owner, ...voters].map(({ actorId }) => actorId),
      names: 'shown',
    })
    expect((await inboxOf(deps, quiet)).watching).toEqual(['ballot-watched'])
    deps.setNow(deps.now() + 11 * minute)
    await runDueJobs(deps)
    expect((await inboxOf(deps, quiet)).watching.sort()).toContain('result-watched')
    // Electors hear as electors, once.
    expect((await inboxOf(deps, voters[0])).watching.filter((kind) => kind === 'result-watched')).toEqual([])
    expect(ballotId).toBeTruthy()
  })

  test('may go back to hearing only what is addressed to them, and a suspended or unknown one hears nothing', async () => {
    const { deps, services, watcher, quiet, thing, moderator } = await publishedWorld()
    await services.watchThing(watcher, { thing, volume: 'all' })
    await services.watchThing(watcher, { thing, volume: 'addressed' })
    expect(await deps.store.read.select().from(watches).where(eq(watches.actorId, watcher.actorId))).toEqual([])
    await services.watchThing(quiet, { thing, volume: 'all' })
    await deps.store.tx(async (q) => {
      await q.update(users).set({ suspendedAt: 1 }).where(eq(users.actorId, quiet.actorId))
    })
    await services.createDraft(moderator, { kind: 'strategy', entry: 'rate-limited-ai' })
    expect((await inboxOf(deps, watcher)).watching).toEqual([])
    expect((await inboxOf(deps, quiet)).watching).toEqual([])
    expect((await refusal(services.watchThing(null, { thing, volume: 'all' }))).code).toBe('signed-out')
    expect((await refusal(services.watchThing(watcher, { thing, volume: 'loud' }))).field).toBe('volume')
  })
})

test('[I25] nobody watches what they may not read, nor finds out that it is there', async () => {
  const { deps, people, draftId } = await argueWorld()
  const services = createServices(deps)
  const stranger = await createArguer(deps, 'Stranger')
  const { id } = await services.openThread(people.owner, { draft: draftId, kind: 'general' })
  for (const thing of [
    `draft/${draftId}`,
    `thread/${id}`,
    'draft/none',
    'entry/none',
    'ballot/x',
    'actor/x',
    'x',
    '',
  ]) {
    expect((await refusal(services.watchThing(stranger, { thing, volume: 'all' }))).code, thing).toBe('not-found')
  }
  expect(await services.watchThing(people.onlooker, { thing: `draft/${draftId}`, volume: 'all' })).toEqual({
    volume: 'all',
  })
})

test('[I26] who was against hears what comes of it: by arguing, by objecting, by voting where names are shown', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const { voters, draftId, ballotId, admin } = await aBallot(deps)
  const critic = await makeAccount(deps, { role: 'contributor', name: 'Critic' })
  const { id: threadId } = await services.openThread(admin, { draft: draftId, kind: 'general' })
  await services.postContribution(critic, { threadId, type: 'against', text: 'It will not hold.' })
  await vote(deps, voters[0], ballotId, 'object')
  deps.setNow(deps.now() + 11 * minute)
  await runDueJobs(deps)
  expect((await inboxOf(deps, critic)).watching).toContain('result-watched')
  const hears = await deps.store.read
    .select()
    .from(watches)
    .where(eq(watches.thing, `draft/${draftId}`))
  expect(hears.find(({ actorId }) => actorId === voters[0].actorId)?.volume).toBe('decisions')
  expect(hears.find(({ actorId }) => actorId === voters[1].actorId)).toBeUndefined()
})

test('[I14] [I26] where names are hidden nobody keeps who voted', async () => {
  const deps = testDeps()
  const { voters, draftId, ballotId } = await aBallot(deps, { names: 'hidden' })
  await vote(deps, voters[0], ballotId, 'abstain')
  deps.setNow(deps.now() + 11 * minute)
  await runDueJobs(deps)
  const hears = await deps.store.read
    .select()
    .from(watches)
    .where(eq(watches.thing, `draft/${draftId}`))
  expect(hears.find(({ actorId }) => actorId === voters[0].actorId)).toBeUndefined()
})
