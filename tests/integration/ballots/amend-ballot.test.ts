import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listPapers } from '../../../db/queries/ballots.ts'
import { ballotSnapshots, ballots, drafts, events, jobs, objections } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { Independent } from '../../../scripts/verify-independent.mjs'
import { verifyBundle } from '../../../server/cli/verify/verify-bundle.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { amendBallot } from '../../../server/usecases/ballots/amend-ballot.ts'
import { castVote } from '../../../server/usecases/ballots/cast-vote.ts'
import { challengeAmendment } from '../../../server/usecases/ballots/challenge-amendment.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import { reaffirmVote } from '../../../server/usecases/ballots/reaffirm-vote.ts'
import { replaceSection } from '../../../server/usecases/drafts/replace-section.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { ballotAmendments, changedSince } from '../../../server/views/ballot-amendments.ts'
import { ballotJson } from '../../../server/views/ballot-json.ts'
import { ballotPage, ballotText } from '../../../server/views/ballot-page.ts'
import { checkReceipt } from '../../../server/views/ballot-receipt.ts'
import { ballotsList } from '../../../server/views/ballots-list.ts'
import type { BallotWorld } from '../../factories/ballot-world.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { bundleOf } from '../../factories/bundle-world.ts'
import { anAccount, completeStrategy } from '../../factories/decided-draft.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

const day = 24 * 60 * minute
const bet = 'Slower steps leave time to notice what goes wrong.'

async function amend(
  deps: TestDeps,
  { owner, ballotId, draftId }: BallotWorld,
  markdown: string,
  input: Partial<Parameters<typeof amendBallot>[2]> = {},
  by: Viewer = owner,
) {
  await replaceSection(deps, owner, { draftId, section: 'bet', markdown })
  return amendBallot(deps, by, { ballotId, change: 'material', note: 'It names a number.', ...input })
}

async function aWeek(deps: TestDeps, change: Parameters<typeof aBallot>[1] = {}) {
  return aBallot(deps, { closesAt: deps.now() + 7 * day, ...change })
}

describe('amending the text under vote', () => {
  it('[B40] [B42] puts the draft under vote; earlier papers are stale until voted anew or re-affirmed', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const { ballotId, voters, owner, moderator } = world
    const before = await ballotText(deps, owner, ballotId)
    for (const by of voters) await vote(deps, by, ballotId, 'agree')
    const { n, contentHash } = await amend(deps, world, `${bet} At most ten steps a day.`)
    expect(n).toBe(2)
    expect(contentHash).not.toBe(before?.contentHash)
    expect((await ballotText(deps, owner, ballotId))?.contentHash).toBe(contentHash)
    expect(await ballotPage(deps, owner, ballotId)).toMatchObject({ turnout: 0, toAsk: 3 })

    const [keeps, turns] = voters
    const receipt = await reaffirmVote(deps, keeps, { ballotId, contentHash })
    expect(receipt.replacedEarlier).toBe(true)
    await vote(deps, turns, ballotId, 'object')
    await vote(deps, moderator, ballotId, 'agree')
    expect(await ballotPage(deps, owner, ballotId)).toMatchObject({ turnout: 3, toAsk: 1 })

    const asked = async () => {
      const { mine, decided } = await ballotsList(deps, voters[2])
      const card = [...mine, ...decided].find(({ id }) => id === ballotId)
      return [(await ballotPage(deps, voters[2], ballotId)).mine.stale, card?.askedAgain, card?.voted]
    }
    expect(await asked()).toEqual([true, true, false])
    await closeBallot(deps, moderator, { ballotId, reason: 'Enough.' })
    // Nobody is asked again by a ballot that is over; that vote did not count.
    expect(await asked()).toEqual([false, false, false])
    const { known } = await ballotPage(deps, owner, ballotId)
    expect(known?.outcome).toMatchObject({
      turnout: 3,
      tally: { agree: 2, object: 1 },
      freshness: { fresh: 2, reaffirmed: 1, stale: 1 },
    })
    const standings = known?.papers.map(({ standing }) => standing).sort()
    expect(standings).toEqual(['fresh', 'fresh', 'reaffirmed', 'replaced', 'replaced', 'stale'])
    // [B49] What does not count says nothing more.
    expect(known?.papers.filter(({ standing }) => standing === 'stale')).toMatchObject([{ choice: null, name: null }])
    expect((await checkReceipt(deps, owner, { ballotId, typed: receipt.receipt })).found).toBe('counted')
    const [closed] = await deps.store.read.select().from(events).where(eq(events.type, 'ballot.closed'))
    expect(closed?.payload).toMatchObject({ freshness: { fresh: 2, reaffirmed: 1, stale: 1 } })
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('[B44] is for the owner of the draft and moderators, and only for a text that changed', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const { owner, voters, moderator, ballotId } = world
    const input = { ballotId, change: 'material', note: 'A number.' }
    await expect(amendBallot(deps, owner, input)).rejects.toMatchObject({ code: 'conflict' })
    await replaceSection(deps, owner, { draftId: world.draftId, section: 'bet', markdown: 'Otherwise.' })
    await expect(amendBallot(deps, voters[0], input)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(amendBallot(deps, null, input)).rejects.toMatchObject({ code: 'signed-out' })
    await expect(amendBallot(deps, owner, { ...input, note: ' ' })).rejects.toMatchObject({ field: 'note' })
    await expect(amendBallot(deps, owner, { ...input, change: 'small' })).rejects.toMatchObject({ field: 'change' })
    await expect(amendBallot(deps, owner, { ...input, contentHash: 'f'.repeat(64) })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await amendBallot(deps, moderator, input)).n).toBe(2)
    await closeBallot(deps, moderator, { ballotId, reason: 'Enough.' })
    await expect(amendBallot(deps, owner, input)).rejects.toMatchObject({ code: 'too-late' })
  })

  it('[B44] leaves time to those who are asked again, or moves the closing time and its job', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const opensAt = deps.now()
    const closesAt = opensAt + 7 * day
    deps.setNow(closesAt - 60 * minute)
    const words = `${bet} At most ten.`
    await expect(amend(deps, world, words)).rejects.toMatchObject({ code: 'bad-input', field: 'closesAt' })
    await expect(amend(deps, world, words, { closesAt: closesAt - 1 })).rejects.toMatchObject({ field: 'closesAt' })
    await expect(amend(deps, world, words, { closesAt: closesAt + minute })).rejects.toMatchObject({
      field: 'closesAt',
    })
    const to = closesAt + day
    expect(await amend(deps, world, words, { closesAt: to })).toMatchObject({ n: 2, closesAt: to })
    const [ballot] = await deps.store.read.select().from(ballots)
    expect(ballot?.closesAt).toBe(to)
    const [job] = await deps.store.read.select().from(jobs).where(eq(jobs.kind, 'close-ballot'))
    expect(job?.dueAt).toBe(to)
    const types = (await deps.store.read.select().from(events)).map(({ type }) => type)
    expect(types.filter((type) => type.startsWith('ballot.'))).toEqual([
      'ballot.opened',
      'ballot.amended',
      'ballot.extended',
    ])
  })

  it('[B44] does not amend what was deleted', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    await deps.store.tx((q) => q.update(drafts).set({ deletedAt: deps.now() }).where(eq(drafts.id, world.draftId)))
    const amending = amendBallot(deps, world.moderator, { ballotId: world.ballotId, change: 'material', note: 'A.' })
    await expect(amending).rejects.toMatchObject({ code: 'gone' })
  })

  it('[B41] [B43] a typo keeps votes; [B45] challenged it does not, once, and time is given', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const { ballotId, voters, owner, admin } = world
    await vote(deps, voters[0], ballotId, 'agree')
    await expect(amend(deps, world, `${bet} Ten.`, { change: 'typo' })).rejects.toMatchObject({ field: 'change' })
    await amend(deps, world, bet.replace('notice', 'notise'), { change: 'typo' })
    expect(await ballotPage(deps, owner, ballotId)).toMatchObject({ turnout: 1, toAsk: 0 })
    expect(await ballotAmendments(deps, voters[0], ballotId)).toMatchObject({
      amendments: [{ n: 2, change: 'typo', parts: [expect.any(String)], mayChallenge: true, challenge: null }],
      sinceMine: null,
      amending: null,
    })

    const challenge = { ballotId, n: 2, reason: 'It reads as another word.' }
    const reader = await anAccount(deps, 'reader', 'Only Reads')
    await expect(challengeAmendment(deps, reader, challenge)).rejects.toMatchObject({ code: 'not-found' })
    await expect(challengeAmendment(deps, admin, { ...challenge, reason: '' })).rejects.toMatchObject({
      field: 'reason',
    })
    await expect(challengeAmendment(deps, admin, { ...challenge, n: 1 })).rejects.toMatchObject({ code: 'conflict' })
    const closesAt = deps.now() + 7 * day
    deps.setNow(closesAt - minute)
    expect((await challengeAmendment(deps, admin, challenge)).closesAt).toBeGreaterThan(closesAt + 15 * 60 * minute)
    await expect(challengeAmendment(deps, admin, challenge)).rejects.toMatchObject({ code: 'conflict' })
    expect(await ballotPage(deps, owner, ballotId)).toMatchObject({ turnout: 0, toAsk: 1 })
    const { sinceMine } = await ballotAmendments(deps, voters[0], ballotId)
    expect(sinceMine?.parts).toHaveLength(1)
    expect(sinceMine?.comparison.sections.filter(({ changes }) => changes > 0)).toHaveLength(1)
  })

  it('[B40] a part put back as it was makes earlier votes whole', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    await vote(deps, world.voters[0], world.ballotId, 'agree')
    await amend(deps, world, 'Otherwise.')
    await amend(deps, world, bet)
    expect(await ballotPage(deps, world.owner, world.ballotId)).toMatchObject({ turnout: 1, toAsk: 0 })
  })
})

describe('answering a changed text', () => {
  it('[B46] re-affirms a stale vote only, and takes its objection along', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const { ballotId, voters } = world
    const [by, other] = voters
    await expect(reaffirmVote(deps, other, { ballotId })).rejects.toMatchObject({ code: 'conflict' })
    await vote(deps, by, ballotId, 'object')
    await expect(reaffirmVote(deps, by, { ballotId })).rejects.toMatchObject({ code: 'conflict' })
    const contentHash = (await ballotText(deps, by, ballotId))?.contentHash
    await amend(deps, world, 'Otherwise.')
    await expect(reaffirmVote(deps, by, { ballotId, contentHash })).rejects.toMatchObject({ field: 'contentHash' })
    await reaffirmVote(deps, by, { ballotId })
    const papers = await listPapers(deps.store.read, ballotId)
    const old = papers.find(({ replaced }) => replaced)
    expect(papers.find(({ replaced }) => !replaced)).toMatchObject({
      choice: 'object',
      reason: old?.reason,
      replaces: old?.receipt,
      reaffirms: old?.receipt,
      objectionId: old?.objectionId,
    })
    expect(await deps.store.read.select().from(objections)).toMatchObject([{ disposition: 'open', sealed: true }])
    // A vote of one's own afterwards withdraws it, as ever.
    await vote(deps, by, ballotId, 'agree')
    expect(await deps.store.read.select().from(objections)).toMatchObject([{ disposition: 'withdrawn' }])
  })

  it('[B48] an objection made with a stale paper still asks for a disposition', async () => {
    const deps = testDeps()
    const world = await aWeek(deps, { quorum: 1 })
    const { ballotId, voters, moderator } = world
    await vote(deps, voters[0], ballotId, 'object')
    await amend(deps, world, 'Otherwise.')
    await vote(deps, voters[1], ballotId, 'agree')
    await closeBallot(deps, moderator, { ballotId, reason: 'Enough.' })
    const { known } = await ballotPage(deps, moderator, ballotId)
    expect(known?.outcome).toMatchObject({ result: 'blocked', tally: { agree: 1, object: 0 } })
  })

  it('[B47] refuses a vote on an older text, and shows what changed since', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const { ballotId, voters } = world
    const seen = (await ballotText(deps, voters[0], ballotId))?.contentHash ?? ''
    const now = (await amend(deps, world, 'Otherwise.')).contentHash
    const cast = castVote(deps, voters[0], { ballotId, choice: 'agree', contentHash: seen })
    await expect(cast).rejects.toMatchObject({ code: 'conflict', field: 'contentHash' })
    const since = await changedSince(deps, voters[0], { ballotId, contentHash: seen })
    expect(since).toMatchObject({ contentHash: now, comparison: { sections: expect.any(Array) } })
    expect(await changedSince(deps, voters[0], { ballotId, contentHash: now })).toBeNull()
    await castVote(deps, voters[0], { ballotId, choice: 'agree', contentHash: now })
  })

  it('[B47] votes and an amendment at one moment: each paper covers what was under vote when it was written', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const { ballotId, voters, owner, moderator, draftId } = world
    await replaceSection(deps, owner, { draftId, section: 'bet', markdown: 'Otherwise.' })
    await Promise.all([
      vote(deps, voters[0], ballotId, 'agree'),
      vote(deps, voters[1], ballotId, 'agree'),
      amendBallot(deps, owner, { ballotId, change: 'material', note: 'A number.' }),
      vote(deps, voters[2], ballotId, 'agree'),
      vote(deps, moderator, ballotId, 'agree'),
    ])
    const { turnout, toAsk } = await ballotPage(deps, owner, ballotId)
    expect(turnout + toAsk).toBe(4)
    const types = (await deps.store.read.select().from(events)).map(({ type }) => type)
    const after = types.slice(types.indexOf('ballot.amended'))
    expect(after.filter((type) => type === 'ballot.vote-cast')).toHaveLength(turnout)
  })

  it('asks stale voters again in the inbox until they answer, the one who changed the text too', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    const { ballotId, voters, owner, admin } = world
    for (const by of [owner, ...voters]) await vote(deps, by, ballotId, 'agree')
    expect((await inboxOf(deps, voters[0])).needs).toEqual([])
    await amend(deps, world, 'Otherwise.')
    expect((await inboxOf(deps, voters[0])).needs).toEqual(['ballot-amended'])
    expect((await inboxOf(deps, owner)).needs).toEqual(['ballot-amended'])
    expect((await inboxOf(deps, admin)).needs).toEqual([])
    await reaffirmVote(deps, voters[0], { ballotId })
    await vote(deps, voters[1], ballotId, 'object')
    expect((await inboxOf(deps, voters[0])).needs).toEqual([])
    expect((await inboxOf(deps, voters[1])).needs).toEqual([])
    expect((await inboxOf(deps, voters[2])).needs).toEqual(['ballot-amended'])
  })

  it('[B49] names hidden: papers and the record tell no more of a re-affirmation than of a vote', async () => {
    const deps = testDeps()
    const world = await aWeek(deps, { names: 'hidden' })
    const { ballotId, voters, moderator } = world
    for (const by of voters) await vote(deps, by, ballotId, 'agree')
    await amend(deps, world, 'Otherwise.')
    await reaffirmVote(deps, voters[0], { ballotId })
    await vote(deps, voters[1], ballotId, 'abstain')
    const told = await deps.store.read.select().from(events).where(eq(events.type, 'ballot.vote-cast'))
    expect(told.map(({ payload }) => Object.keys(payload))).toEqual(Array(5).fill(['ballotId', 'turnout', 'castAt']))
    const seen = JSON.stringify(await ballotJson(deps, moderator, { id: ballotId }))
    expect(seen).not.toMatch(/reaffirm|"choice":"|Tomasz/)
    await closeBallot(deps, moderator, { ballotId, reason: 'Enough.' })
    const { known } = await ballotPage(deps, moderator, ballotId)
    expect(known?.papers.every(({ name }) => name === null)).toBe(true)
    expect((await checkRecord(deps)).fault).toBeNull()
  })
})

describe('a ballot about a question', () => {
  it('[B44] is not amended', async () => {
    const deps = testDeps()
    const world = await aWeek(deps)
    await deps.store.tx((q) =>
      q
        .update(ballots)
        .set({ options: [{ id: 'status-quo', label: 'As it is' }] })
        .where(eq(ballots.id, world.ballotId)),
    )
    await expect(amend(deps, world, 'Otherwise.')).rejects.toMatchObject({ code: 'conflict' })
    expect((await ballotAmendments(deps, world.owner, world.ballotId)).amending).toBeNull()
  })
})

it.each(['shown', 'hidden'] as const)(
  'a bundle with amended texts holds up for both verifiers, names %s',
  async (names) => {
    const deps = testDeps()
    const world = await aWeek(deps, { names })
    const { ballotId, voters, owner, admin } = world
    for (const by of voters) await vote(deps, by, ballotId, 'agree')
    await amend(deps, world, 'Otherwise, and slower.')
    await reaffirmVote(deps, voters[0], { ballotId })
    await vote(deps, voters[1], ballotId, 'object')
    await amend(deps, world, 'Otherwise, and slowre.', { change: 'typo' })
    deps.setNow(deps.now() + 7 * day - minute)
    await challengeAmendment(deps, admin, { ballotId, n: 3, reason: 'It reads as another word.' })
    await vote(deps, owner, ballotId, 'agree')
    await reaffirmVote(deps, voters[0], { ballotId })
    deps.setNow(deps.now() + day)
    await runDueJobs(deps)
    expect((await ballotPage(deps, owner, ballotId)).known?.outcome).toMatchObject({
      turnout: 2,
      freshness: { fresh: 1, reaffirmed: 1, stale: 2 },
    })
    const lines = await bundleOf(deps, 'members')
    const independent = new Independent()
    for (const line of lines) independent.take(line)
    expect((await verifyBundle(lines)).counts).toEqual(independent.end())
    expect((await checkRecord(deps)).fault).toBeNull()
  },
)

describe('checking the record', () => {
  const lies: [string, (deps: TestDeps) => Promise<unknown>][] = [
    ['a change called a typo afterwards', (deps) => setSnapshot(deps, { change: 'typo' })],
    ['another author of it', (deps) => setSnapshot(deps, { changedBy: null })],
    ['a challenge that nobody made', (deps) => setSnapshot(deps, { challengedAt: 1 })],
    ['another text', (deps) => setSnapshot(deps, { snapshotId: 'first' })],
    ['other words of the note', (deps) => setSnapshot(deps, { note: 'Only a comma.' })],
    ['a removed amendment', (deps) => deps.store.tx((q) => q.delete(ballotSnapshots).where(eq(ballotSnapshots.n, 2)))],
  ]
  it.each(lies)('finds %s', async (_name, lie) => {
    const deps = testDeps()
    const world = await aWeek(deps)
    await amend(deps, world, 'Otherwise.')
    expect((await checkRecord(deps)).fault).toBeNull()
    await lie(deps)
    expect((await checkRecord(deps)).fault).toMatchObject({ where: `ballot ${world.ballotId}` })
  })

  async function setSnapshot(deps: TestDeps, change: Partial<typeof ballotSnapshots.$inferSelect>) {
    const [first] = await deps.store.read.select().from(ballotSnapshots).where(eq(ballotSnapshots.n, 1))
    const set = change.snapshotId ? { snapshotId: first?.snapshotId ?? '' } : change
    await deps.store.tx((q) => q.update(ballotSnapshots).set(set).where(eq(ballotSnapshots.n, 2)))
  }
})

it('keeps the factory’s text in step with these tests', () => {
  expect(JSON.stringify(completeStrategy.sections.bet)).toContain(bet)
})
