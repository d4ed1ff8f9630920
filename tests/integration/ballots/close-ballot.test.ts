import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listFrozenTexts } from '../../../db/queries/ballot-snapshots.ts'
import { findBallot, listPapers } from '../../../db/queries/ballots.ts'
import { insertCase } from '../../../db/queries/moderation.ts'
import { withhold } from '../../../db/queries/withheld.ts'
import { drafts, eventPrivate, events, jobs, objections, paperLinks, papers } from '../../../db/schema.ts'
import { papersForm, papersHash } from '../../../domain/ballots/papers-hash.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import { ballotPage } from '../../../server/views/ballot-page.ts'
import { checkReceipt } from '../../../server/views/ballot-receipt.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { testDeps } from '../../factories/test-deps.ts'

describe('a ballot at its time', () => {
  it('[B11] [B13] [B14] closes by itself, once, and promotes what it adopts', async () => {
    const deps = testDeps()
    const { ballotId, draftId, voters, owner } = await aBallot(deps)
    await vote(deps, voters[0], ballotId, 'agree')
    await vote(deps, voters[1], ballotId, 'reservations')
    expect(await runDueJobs(deps)).toBe(0)
    deps.setNow(deps.now() + 10 * minute)
    expect((await ballotPage(deps, owner, ballotId)).state).toBe('counting')
    expect(await runDueJobs(deps)).toBe(1)
    expect(await runDueJobs(deps)).toBe(0)
    const page = await ballotPage(deps, owner, ballotId)
    expect(page.known?.outcome).toMatchObject({ result: 'adopted', turnout: 2, electorate: 5, share: 1 })
    expect(page).toMatchObject({ state: 'closed', closeReason: null, draft: { state: 'promoted' } })
    const q = deps.store.read
    const closings = await q.select().from(events).where(eq(events.type, 'ballot.closed'))
    expect(closings).toHaveLength(1)
    const closing = { form: papersForm, names: 'shown', texts: await listFrozenTexts(q, ballotId) }
    expect(closings[0]?.payload).toMatchObject({
      by: 'system',
      result: 'adopted',
      papers: { count: 2, form: 3, hash: papersHash(await listPapers(q, ballotId), closing) },
    })
    expect((await q.select().from(drafts).where(eq(drafts.id, draftId)))[0]?.state).toBe('promoted')
  })

  it.each([
    ['no-quorum', ['agree'], 'returned'],
    ['rejected', ['object', 'object', 'agree'], 'returned'],
    ['blocked', ['agree', 'agree', 'agree', 'object'], 'promoted'],
  ] as const)('[B11] [B13] can end in %s', async (result, choices, state) => {
    const deps = testDeps()
    const { ballotId, draftId, voters, owner } = await aBallot(deps)
    for (const [i, choice] of choices.entries()) await vote(deps, [...voters, owner][i] ?? owner, ballotId, choice)
    deps.setNow(deps.now() + 10 * minute)
    await runDueJobs(deps)
    expect((await findBallot(deps.store.read, ballotId))?.outcome?.result).toBe(result)
    expect((await deps.store.read.select().from(drafts).where(eq(drafts.id, draftId)))[0]?.state).toBe(state)
  })

  it('closes what came due while the server was down, and tries again after a failure', async () => {
    const deps = testDeps()
    const { ballotId } = await aBallot(deps)
    deps.setNow(deps.now() + 60 * minute)
    const failing = { ...deps, collab: { ...deps.collab, reauthorise: () => fail() } }
    expect(await runDueJobs(failing)).toBe(1)
    const [job] = await deps.store.read.select().from(jobs)
    expect(job).toMatchObject({ doneAt: null, attempts: 1, error: 'no sockets here' })
    expect(await runDueJobs(deps)).toBe(0)
    deps.setNow(deps.now() + minute)
    expect(await runDueJobs(deps)).toBe(1)
    expect((await deps.store.read.select().from(jobs))[0]).toMatchObject({ error: null, leaseUntil: null })
    expect((await findBallot(deps.store.read, ballotId))?.state).toBe('closed')
    expect(await deps.store.read.$count(events, eq(events.type, 'ballot.closed'))).toBe(1)
  })

  it('lets nobody take a job that another one holds, until the lease is over', async () => {
    const deps = testDeps()
    await aBallot(deps)
    deps.setNow(deps.now() + 10 * minute)
    const tried = await Promise.all([runDueJobs(deps), runDueJobs(deps), runDueJobs(deps)])
    expect(tried.sort()).toEqual([0, 0, 1])
  })

  it('[B14] waits when the clock was set back after the job came due', async () => {
    const deps = testDeps()
    const { ballotId } = await aBallot(deps)
    const early = deps.now() + minute
    await deps.store.tx((q) => q.update(jobs).set({ dueAt: early }))
    deps.setNow(early)
    await runDueJobs(deps)
    expect((await findBallot(deps.store.read, ballotId))?.state).toBe('open')
  })
})

function fail(): never {
  throw new Error('no sockets here')
}

describe('closing early', () => {
  it('[B14] is for moderators, with a reason that everyone sees', async () => {
    const deps = testDeps()
    const { ballotId, owner, moderator } = await aBallot(deps)
    const close = (by: typeof owner | null, reason?: string) => closeBallot(deps, by, { ballotId, reason })
    await expect(close(null, 'x')).rejects.toMatchObject({ code: 'signed-out' })
    await expect(close(owner, 'x')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(close(moderator)).rejects.toMatchObject({ code: 'bad-input', field: 'reason' })
    const { outcome } = await close(moderator, 'Everyone has voted.')
    expect(outcome?.result).toBe('no-quorum')
    expect(await ballotPage(deps, owner, ballotId)).toMatchObject({ closeReason: 'Everyone has voted.' })
    await expect(close(moderator, 'Again.')).rejects.toMatchObject({ code: 'too-late' })
    await expect(vote(deps, owner, ballotId, 'agree')).rejects.toMatchObject({ code: 'too-late' })
    deps.setNow(deps.now() + 10 * minute)
    await runDueJobs(deps)
    expect(await deps.store.read.$count(events, eq(events.type, 'ballot.closed'))).toBe(1)
  })
})

describe('secrecy of names', () => {
  it('[B18] destroys every link from person to paper at closing, and keeps the papers', async () => {
    const deps = testDeps()
    const { ballotId, voters, moderator, owner } = await aBallot(deps, { names: 'hidden' })
    const receipts: string[] = []
    for (const by of voters) receipts.push((await vote(deps, by, ballotId, 'agree')).receipt)
    await vote(deps, owner, ballotId, 'object')
    const q = deps.store.read
    expect(await q.$count(paperLinks)).toBe(4)
    await closeBallot(deps, moderator, { ballotId, reason: 'Everyone has voted.' })
    expect(await q.$count(paperLinks)).toBe(0)
    const cast = await q.select({ seq: events.seq }).from(events).where(eq(events.type, 'ballot.vote-cast'))
    const leaves = await q.select({ seq: eventPrivate.seq }).from(eventPrivate)
    expect(cast.filter(({ seq }) => leaves.some((leaf) => leaf.seq === seq))).toEqual([])
    const page = await ballotPage(deps, moderator, ballotId)
    expect(page.known?.papers).toHaveLength(4)
    expect(page.known?.papers.every(({ name }) => name === null)).toBe(true)
    expect(page.mine.castAt).toBeNull()
    expect(page.objections).toMatchObject([{ owner: null, text: 'It names no limit.' }])
    for (const typed of receipts) {
      expect(await checkReceipt(deps, owner, { ballotId, typed })).toMatchObject({ found: 'counted', choice: 'agree' })
    }
    // The rows no longer stand in the order of the votes.
    const stored = (await q.select().from(papers)).map(({ receipt }) => receipt)
    expect(stored).toEqual([...stored].sort())
  })

  it('[B18] shows names to members where they are shown, and to nobody else', async () => {
    const deps = testDeps()
    const { ballotId, voters, moderator, admin, draftId } = await aBallot(deps)
    await vote(deps, voters[0], ballotId, 'agree')
    await closeBallot(deps, moderator, { ballotId, reason: 'Everyone has voted.' })
    const names = async (by: typeof admin | null) =>
      (await ballotPage(deps, by, ballotId)).known?.papers.map(({ name }) => name)
    expect(await names(admin)).toEqual([voters[0].name])
    await deps.store.tx((q) => q.update(drafts).set({ state: 'published' }).where(eq(drafts.id, draftId)))
    expect(await names(null)).toEqual([null])
    expect((await ballotPage(deps, null, ballotId)).electorate).toEqual({ count: 5, people: [] })
  })

  it('[B19] unseals open objections at closing and leaves withdrawn ones sealed', async () => {
    const deps = testDeps()
    const { ballotId, voters, moderator } = await aBallot(deps)
    await vote(deps, voters[0], ballotId, 'object')
    await vote(deps, voters[1], ballotId, 'object')
    await vote(deps, voters[1], ballotId, 'agree')
    await closeBallot(deps, moderator, { ballotId, reason: 'Everyone has voted.' })
    const rows = await deps.store.read.select().from(objections)
    expect(rows.map(({ disposition, sealed }) => `${disposition} ${sealed}`).sort()).toEqual([
      'open false',
      'withdrawn true',
    ])
    expect((await ballotPage(deps, moderator, ballotId)).objections).toHaveLength(1)
  })
})

describe('an objection made with a vote that is hidden', () => {
  it('[Y9] of moderation says nothing as the reason of its paper', async () => {
    const deps = testDeps()
    const { ballotId, voters, moderator } = await aBallot(deps)
    const { receipt } = await vote(deps, voters[0], ballotId, 'object')
    await closeBallot(deps, moderator, { ballotId, reason: 'Everyone has voted.' })
    const said = async () =>
      JSON.stringify([
        await ballotPage(deps, moderator, ballotId),
        await checkReceipt(deps, moderator, { ballotId, typed: receipt }),
      ])
    expect((await said()).match(/names no limit/g)).toHaveLength(3)
    const [{ id = '' } = {}] = await deps.store.read.select().from(objections)
    const about = { thing: `objection/${id}`, thingKind: 'objection', authorId: null } as const
    await deps.store.tx(async (q) => {
      await insertCase(q, { id: 'case', kind: 'flags', ...about, openedAt: 1 })
      await withhold(q, { kind: 'objection', id }, { caseId: 'case', at: 1 })
    })
    expect(await said()).not.toContain('names no limit')
  })
})

describe('a ballot without a draft', () => {
  it('[B20] is void: nothing is counted and nothing is shown', async () => {
    const deps = testDeps()
    const { ballotId, voters, draftId, moderator } = await aBallot(deps)
    await vote(deps, voters[0], ballotId, 'agree')
    await deps.store.tx((q) => q.update(drafts).set({ deletedAt: deps.now() }).where(eq(drafts.id, draftId)))
    deps.setNow(deps.now() + 10 * minute)
    await runDueJobs(deps)
    const page = await ballotPage(deps, moderator, ballotId)
    expect(page).toMatchObject({ state: 'void', known: null, closeReason: 'The draft was deleted.' })
  })
})
