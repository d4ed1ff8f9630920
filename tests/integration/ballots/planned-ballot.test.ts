import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallot, findBallotSnapshot, listElectors } from '../../../db/queries/ballots.ts'
import { drafts, events, holds, notifications, users } from '../../../db/schema.ts'
import { hashJson } from '../../../domain/record/hash.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { startJobs } from '../../../server/jobs/start-jobs.ts'
import { cancelPlan, replanBallot } from '../../../server/usecases/ballots/change-plan.ts'
import type { OpenBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { openBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { ballotPage, ballotText } from '../../../server/views/ballot-page.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

const hour = 60 * minute

/** A ballot that opens in an hour and closes an hour later. */
async function planned(deps: TestDeps, change: Partial<OpenBallot> = {}) {
  const opensAt = deps.now() + hour
  return { ...(await aBallot(deps, { opensAt, closesAt: opensAt + hour, ...change })), opensAt }
}

describe('a planned ballot', () => {
  it('[B54] [B55] freezes nothing until its time, then text and members as they are', async () => {
    const deps = testDeps()
    const { ballotId, draftId, owner, voters, opensAt } = await planned(deps, {
      electorate: 'members',
      zone: 'Europe/Lisbon',
    })
    const q = deps.store.read
    const page = await ballotPage(deps, owner, ballotId)
    expect(page).toMatchObject({ state: 'scheduled', draft: { state: 'writing' }, mine: { mayVote: false } })
    expect(page.plan).toEqual({
      electorate: 'members',
      zone: 'Europe/Lisbon',
      refusal: null,
      drafts: [],
      mayChange: true,
    })
    expect(await ballotText(deps, owner, ballotId)).toBeNull()
    await expect(vote(deps, owner, ballotId, 'agree')).rejects.toMatchObject({ code: 'not-ready' })
    const late = await anAccount(deps, 'contributor', 'Came Later')
    deps.setNow(opensAt - 1)
    expect(await runDueJobs(deps)).toBe(0)
    deps.setNow(opensAt)
    expect(await runDueJobs(deps)).toBe(1)
    expect(await runDueJobs(deps)).toBe(0)
    const ballot = await findBallot(q, ballotId)
    expect(ballot).toMatchObject({ state: 'open', opensAt, closesAt: opensAt + hour })
    expect((await listElectors(q, ballotId)).map(({ actorId }) => actorId)).toContain(late.actorId)
    const snapshot = await findBallotSnapshot(q, ballotId)
    const [opened] = await q.select().from(events).where(eq(events.type, 'ballot.opened'))
    expect(opened?.payload).toMatchObject({ opensAt, closesAt: opensAt + hour, contentHash: snapshot?.hash })
    expect((await q.select().from(drafts).where(eq(drafts.id, draftId)))[0]?.state).toBe('ballot-open')
    await vote(deps, voters[0], ballotId, 'agree')
    deps.setNow(opensAt + hour)
    await runDueJobs(deps)
    expect((await findBallot(q, ballotId))?.state).toBe('closed')
  })

  it('[B55] opens after a restart that came late, for as long as was planned, with those listed who still may', async () => {
    const deps = testDeps()
    const { ballotId, voters, opensAt } = await planned(deps)
    await deps.store.tx((q) => q.update(users).set({ suspendedAt: 1 }).where(eq(users.actorId, voters[1].actorId)))
    deps.setNow(opensAt + 3 * hour)
    await startJobs(deps).stop()
    const ballot = await findBallot(deps.store.read, ballotId)
    expect(ballot).toMatchObject({ state: 'open', opensAt: opensAt + 3 * hour, closesAt: opensAt + 4 * hour })
    const people = (await listElectors(deps.store.read, ballotId)).map(({ actorId }) => actorId).sort()
    expect(people).toHaveLength(4)
    const [opened] = await deps.store.read.select().from(events).where(eq(events.type, 'ballot.opened'))
    expect(opened?.payload.electorate).toEqual({ count: 4, hash: hashJson(people) })
  })

  it.each([
    ['deleted', 'deleted', (deps: TestDeps, draftId: string) => change(deps, draftId, { deletedAt: 1 })],
    ['archived', 'Archived', (deps: TestDeps, draftId: string) => change(deps, draftId, { state: 'archived' })],
    ['overtaken', 'Another version', (deps: TestDeps, draftId: string) => change(deps, draftId, { baseVersion: 7 })],
    ['held', 'needs time', hold],
  ] as const)('[B56] is void at its time where the draft is %s, and people are told', async (_, words, spoil) => {
    const deps = testDeps()
    const { ballotId, draftId, owner, moderator, opensAt } = await planned(deps)
    await spoil(deps, draftId)
    expect((await ballotPage(deps, moderator, ballotId)).plan?.refusal).toContain(words)
    deps.setNow(opensAt)
    await runDueJobs(deps)
    const page = await ballotPage(deps, moderator, ballotId)
    expect(page).toMatchObject({ state: 'void', plan: null })
    expect(page.closeReason).toContain(words)
    const q = deps.store.read
    const [event] = await q.select().from(events).where(eq(events.type, 'ballot.voided'))
    expect(event?.payload).toMatchObject({ why: 'refused', by: 'system' })
    const told = await q.select().from(notifications).where(eq(notifications.kind, 'ballot-void'))
    expect(told.map(({ actorId }) => actorId)).toEqual([owner.actorId])
    expect(await q.$count(events, eq(events.type, 'ballot.opened'))).toBe(0)
  })

  it('[B54] is one at a time for a text, changed and cancelled by who planned it or a moderator', async () => {
    const deps = testDeps()
    const { ballotId, draftId, owner, voters, moderator, opensAt } = await planned(deps)
    const another = () =>
      openBallot(deps, owner, {
        ...{ draftId, rule: 'simple-majority', quorum: 1, electorate: 'members', names: 'shown' },
        closesAt: deps.now() + hour,
      })
    await expect(another()).rejects.toMatchObject({ code: 'conflict' })
    const replan = (by: typeof owner, at: number) =>
      replanBallot(deps, by, { ballotId, opensAt: at, closesAt: at + hour })
    await expect(replan(voters[0], opensAt + hour)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(replan(owner, deps.now())).rejects.toMatchObject({ code: 'bad-input', field: 'opensAt' })
    await replan(owner, opensAt + hour)
    deps.setNow(opensAt)
    expect(await runDueJobs(deps)).toBe(0)
    await expect(cancelPlan(deps, moderator, { ballotId })).rejects.toMatchObject({ field: 'reason' })
    await cancelPlan(deps, moderator, { ballotId, reason: 'The hearing goes on.' })
    await expect(cancelPlan(deps, owner, { ballotId, reason: 'x' })).rejects.toMatchObject({ code: 'too-late' })
    expect(await ballotPage(deps, owner, ballotId)).toMatchObject({
      state: 'void',
      closeReason: 'The hearing goes on.',
    })
    await another()
    deps.setNow(opensAt + hour)
    await runDueJobs(deps)
    expect((await findBallot(deps.store.read, ballotId))?.state).toBe('void')
  })
})

async function change(deps: TestDeps, draftId: string, to: Partial<typeof drafts.$inferInsert>) {
  await deps.store.tx((q) => q.update(drafts).set(to).where(eq(drafts.id, draftId)))
}

async function hold(deps: TestDeps, draftId: string) {
  const by = await anAccount(deps, 'contributor', 'Noor Haddad')
  const times = { createdAt: deps.now(), until: deps.now() + 24 * hour }
  await deps.store.tx((q) =>
    q.insert(holds).values({ id: deps.newId(), draftId, ownerId: by.actorId, reason: 'To read it.', ...times }),
  )
}
