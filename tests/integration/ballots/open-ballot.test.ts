import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listElectors } from '../../../db/queries/ballots.ts'
import { ballots, drafts, events, jobs, snapshots, users } from '../../../db/schema.ts'
import type { Deps } from '../../../server/deps.ts'
import type { OpenBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { openBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { createDraft } from '../../../server/usecases/drafts/create-draft.ts'
import { aBallot, minute } from '../../factories/ballot-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const opening = (deps: Deps): Omit<OpenBallot, 'draftId'> => ({
  rule: 'simple-majority',
  quorum: 1,
  closesAt: deps.now() + 10 * minute,
  electorate: 'members',
  names: 'shown',
})

async function aDraft(deps: Deps) {
  const owner = await anAccount(deps, 'contributor', 'Ines Duarte')
  const { id: draftId } = await createDraft(deps, owner, { kind: 'concept', title: 'Offence and defence' })
  return { owner, draftId }
}

describe('opening a ballot', () => {
  it('[B1] freezes the text, moves the draft, schedules the closing and writes it all into the record', async () => {
    const deps = testDeps()
    const { owner, draftId } = await aDraft(deps)
    const { id, contentHash } = await openBallot(deps, owner, { draftId, ...opening(deps) })
    const q = deps.store.read
    expect((await q.select().from(drafts))[0]?.state).toBe('ballot-open')
    expect((await q.select().from(snapshots).where(eq(snapshots.draftId, draftId)))[0]?.hash).toBe(contentHash)
    expect((await q.select().from(jobs))[0]).toMatchObject({ kind: 'close-ballot', dueAt: deps.now() + 10 * minute })
    const [event] = await q.select().from(events).where(eq(events.type, 'ballot.opened'))
    expect(event?.payload).toMatchObject({
      ballotId: id,
      contentHash,
      rule: 'simple-majority',
      electorate: { count: 1 },
    })
    expect((await q.select().from(ballots))[0]).toMatchObject({
      question: 'Shall “Offence and defence” be published as a new concept?',
      results: 'hidden',
    })
  })

  it('[B21] takes as members every account from contributor up that is not suspended, once', async () => {
    const deps = testDeps()
    const { owner, draftId } = await aDraft(deps)
    await anAccount(deps, 'reader', 'Only Reads')
    const suspended = await anAccount(deps, 'reviewer', 'Is Suspended')
    const admin = await anAccount(deps, 'admin', 'Sami Haddad')
    await deps.store.tx((q) =>
      q.update(users).set({ suspendedAt: deps.now() }).where(eq(users.actorId, suspended.actorId)),
    )
    const { id } = await openBallot(deps, owner, { draftId, ...opening(deps) })
    await anAccount(deps, 'contributor', 'Came Later')
    expect((await listElectors(deps.store.read, id)).map(({ name }) => name)).toEqual([owner.name, admin.name])
  })

  it('leaves demo accounts out while demo mode is off', async () => {
    const deps = testDeps({ DEMO: '0' })
    const { owner, draftId } = await aDraft(deps)
    const demo = await anAccount(deps, 'contributor', 'Demo Person')
    await deps.store.tx((q) =>
      q.update(users).set({ email: 'contributor@demo.invalid' }).where(eq(users.actorId, demo.actorId)),
    )
    const { id } = await openBallot(deps, owner, { draftId, ...opening(deps) })
    expect((await listElectors(deps.store.read, id)).map(({ name }) => name)).toEqual([owner.name])
  })

  it.each<[string, Partial<OpenBallot>, string, RegExp]>([
    ['no electorate', { electorate: [] }, 'electorate', /Nobody could vote/],
    ['an unknown e-mail', { electorate: ['nobody@example.org'] }, 'electorate', /“nobody@example.org”/],
    ['a quorum out of reach', { quorum: 2 }, 'quorum', /never be reached/],
    ['an unknown rule', { rule: 'coin-toss' }, 'rule', /one of the rules/],
    ['a closing time in the past', { closesAt: 0 }, 'closesAt', /at least one minute/],
    ['no word about names', { names: '' }, 'names', /Choose one of/],
    ['an overlong question', { question: 'Why? '.repeat(200) }, 'question', /Shorten/],
  ])('[B15] refuses %s, names the field and changes nothing', async (_what, change, field, detail) => {
    const deps = testDeps()
    const { owner, draftId } = await aDraft(deps)
    await expect(openBallot(deps, owner, { draftId, ...opening(deps), ...change })).rejects.toMatchObject({
      code: 'bad-input',
      field,
      detail: expect.stringMatching(detail),
    })
    const q = deps.store.read
    expect(await q.$count(ballots)).toBe(0)
    expect(await q.$count(snapshots)).toBe(0)
    expect((await q.select().from(drafts))[0]?.state).toBe('writing')
  })

  it('is for the owner of the draft or a moderator, and for one ballot at a time', async () => {
    const deps = testDeps()
    const { draftId, voters, moderator, owner } = await aBallot(deps)
    const again = { draftId, ...opening(deps) }
    await expect(openBallot(deps, null, again)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(openBallot(deps, voters[0], again)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(openBallot(deps, owner, again)).rejects.toMatchObject({ code: 'conflict' })
    await expect(openBallot(deps, moderator, again)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('opens one ballot when two people open at the same moment', async () => {
    const deps = testDeps()
    const { owner, draftId } = await aDraft(deps)
    const moderator = await anAccount(deps, 'moderator', 'Lea Brandt')
    const tries = await Promise.allSettled(
      [owner, moderator].map((by) => openBallot(deps, by, { draftId, ...opening(deps) })),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await deps.store.read.$count(ballots)).toBe(1)
  })
})
