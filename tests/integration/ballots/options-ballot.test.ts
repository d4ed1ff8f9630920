import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findBallot } from '../../../db/queries/ballots.ts'
import { ballots, drafts, papers, users } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { askBallot } from '../../../server/usecases/ballots/ask-ballot.ts'
import { castVote } from '../../../server/usecases/ballots/cast-vote.ts'
import { openBallot } from '../../../server/usecases/ballots/open-ballot.ts'
import { createDraft } from '../../../server/usecases/drafts/create-draft.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { ballotAsking } from '../../../server/views/ballot-asking.ts'
import { ballotJson } from '../../../server/views/ballot-json.ts'
import { ballotPage } from '../../../server/views/ballot-page.ts'
import { checkReceipt } from '../../../server/views/ballot-receipt.ts'
import { aBallot, minute, vote } from '../../factories/ballot-world.ts'
import { anAccount } from '../../factories/decided-draft.ts'
import { testDeps } from '../../factories/test-deps.ts'

const entry = { kind: 'strategy', slug: 'rate-limited-ai' } as const

async function aQuestion(rule: string, change: Partial<Parameters<typeof askBallot>[2]> = {}) {
  const deps = testDeps()
  const world = await aBallot(deps)
  const { id } = await askBallot(deps, world.moderator, {
    entry,
    question: 'Which limit?',
    options: ['Per hour', 'Per day'],
    rule,
    quorum: 2,
    closesAt: deps.now() + 5 * minute,
    electorate: [...world.voters, world.owner].map(({ actorId }) => actorId),
    names: 'hidden',
    ...change,
  })
  const close = async () => {
    deps.setNow(deps.now() + 20 * minute)
    while ((await runDueJobs(deps)) > 0);
  }
  return { deps, id, close, ...world }
}

describe('a ballot between options about an entry', () => {
  it.each([
    ['approval', [{ b: 1 }, { a: 1, b: 1 }, { a: 1 }, { b: 1 }]],
    ['score', [{ b: 5 }, { a: 4, b: 4 }]],
    ['ranked', [{ b: 1 }, { b: 1, a: 2 }, { a: 1, b: 2 }]],
  ] as const)('[B26] %s: takes what wins, is recounted, and shows each paper by its receipt', async (rule, marks) => {
    const { deps, id, close, voters, owner, moderator } = await aQuestion(rule)
    const receipts = []
    for (const [i, one] of marks.entries()) {
      const by = [...voters, owner][i] ?? owner
      receipts.push((await castVote(deps, by, { ballotId: id, choice: 'agree', marks: { ...one } })).receipt)
    }
    const open = await ballotJson(deps, moderator, { id })
    expect(open).toMatchObject({ outcome: null, papers: [], options: [{ id: 'a' }, { id: 'b' }, { id: 'status-quo' }] })
    await close()
    const closed = await ballotJson(deps, null, { id })
    expect(closed.outcome).toMatchObject({ result: 'adopted', options: { winner: 'b' }, share: null })
    expect(closed.papers).toHaveLength(marks.length)
    const found = await checkReceipt(deps, null, { ballotId: id, typed: receipts[0] ?? '' })
    expect(found).toMatchObject({ found: 'counted', marks: marks[0] })
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('[B26] is found out by check when a mark, an option or what was chosen is changed by hand', async () => {
    for (const edit of ['mark', 'option', 'winner'] as const) {
      const { deps, id, close, voters } = await aQuestion('score')
      for (const by of voters) await castVote(deps, by, { ballotId: id, choice: 'agree', marks: { a: 3, b: 1 } })
      await close()
      const row = await findBallot(deps.store.read, id)
      const { outcome, options } = row ?? {}
      await deps.store.tx(async (q) => {
        if (edit === 'mark')
          await q
            .update(papers)
            .set({ marks: { a: 0, b: 5 } })
            .where(eq(papers.ballotId, id))
        if (edit === 'option' && options) {
          const swapped = options.map((one) => (one.id === 'a' ? { ...one, label: 'Never' } : one))
          await q.update(ballots).set({ options: swapped }).where(eq(ballots.id, id))
        }
        if (edit === 'winner' && outcome?.options) {
          const other = { ...outcome, options: { ...outcome.options, winner: 'b' } }
          await q.update(ballots).set({ outcome: other }).where(eq(ballots.id, id))
        }
      })
      expect((await checkRecord(deps)).fault?.where, edit).toBe(`ballot ${id}`)
    }
  })

  it('[B26] an abstention counts to the quorum only, and nobody winning leaves everything as it is', async () => {
    const { deps, id, close, voters } = await aQuestion('approval')
    await castVote(deps, voters[0], { ballotId: id, choice: 'abstain' })
    await castVote(deps, voters[1], { ballotId: id, choice: 'agree', marks: { 'status-quo': 1 } })
    await close()
    expect((await findBallot(deps.store.read, id))?.outcome).toMatchObject({
      result: 'rejected',
      turnout: 2,
      options: { winner: 'status-quo' },
    })
  })

  it('[B26] refuses papers that mark nothing, too much, or in a text ballot; and readers who ask', async () => {
    const { deps, id, ballotId, voters, owner } = await aQuestion('ranked')
    const cast = (ballot: string, marks: Record<string, number>) =>
      castVote(deps, voters[0], { ballotId: ballot, choice: 'agree', marks })
    await expect(cast(id, {})).rejects.toMatchObject({ code: 'bad-input', field: 'marks' })
    await expect(cast(id, { a: 9 })).rejects.toMatchObject({ code: 'bad-input', field: 'marks' })
    await expect(cast(ballotId, { a: 1 })).rejects.toMatchObject({ code: 'bad-input', field: 'marks' })
    const asked = {
      entry,
      question: 'Which?',
      options: ['A', 'B'],
      rule: 'score',
      quorum: 1,
      closesAt: deps.now() + minute,
    }
    const rest = { electorate: 'members', names: 'shown' } as const
    await expect(askBallot(deps, owner, { ...asked, ...rest })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(askBallot(deps, null, { ...asked, ...rest })).rejects.toMatchObject({ code: 'signed-out' })
  })
})

describe('a ballot that leaves its draft as it is', () => {
  it.each([
    ['[B25] a sense check', 'sense-check', undefined],
    ['[B26] a choice between options', 'approval', ['Shorter', 'Longer']],
  ])('%s', async (_what, rule, options) => {
    const deps = testDeps()
    const { owner, voters } = await aBallot(deps)
    const { id: draftId } = await createDraft(deps, owner, { kind: 'strategy', entry: 'rate-limited-ai' })
    const open = () =>
      openBallot(deps, owner, {
        draftId,
        rule,
        options,
        quorum: 1,
        closesAt: deps.now() + 5 * minute,
        electorate: voters.map(({ actorId }) => actorId),
        names: 'shown',
      })
    const [first] = [await open(), await open()]
    const state = async () => (await deps.store.read.select().from(drafts).where(eq(drafts.id, draftId)))[0]?.state
    expect(await state()).toBe('writing')
    if (options) await castVote(deps, voters[0], { ballotId: first.id, choice: 'agree', marks: { a: 1 } })
    else await vote(deps, voters[0], first.id, 'object')
    deps.setNow(deps.now() + 20 * minute)
    while ((await runDueJobs(deps)) > 0);
    expect(await state()).toBe('writing')
    const { outcome } = (await findBallot(deps.store.read, first.id)) ?? {}
    expect(outcome?.result).toBe(options ? 'adopted' : 'sensed')
    expect((await checkRecord(deps)).fault).toBeNull()
  })
})

it('[B26] is not asked about an entry that was withdrawn, with the reason said before the form too', async () => {
  const { deps, moderator, owner } = await aQuestion('approval')
  const asked = {
    ...{ entry, question: 'Which limit?', options: ['Per hour', 'Per day'], rule: 'approval', quorum: 1 },
    ...{ closesAt: deps.now() + 5 * minute, electorate: [owner.actorId], names: 'shown' },
  }
  const place = 'strategies/rate-limited-ai'
  expect((await ballotAsking(deps, moderator, place)).entry.place).toBe(place)
  await withdrawEntry(deps, moderator, { place, reason: 'It was about something else.' })
  const gone = { code: 'gone', detail: expect.stringContaining('withdrawn from the atlas') }
  await expect(askBallot(deps, moderator, asked)).rejects.toMatchObject(gone)
  await expect(ballotAsking(deps, moderator, place)).rejects.toMatchObject(gone)
})

describe('a planned ballot between options about an entry', () => {
  const later = 10 * minute
  const planned = async () => {
    const { now } = testDeps()
    const opensAt = now() + later
    return { ...(await aQuestion('approval', { opensAt, closesAt: opensAt + later, electorate: 'members' })), opensAt }
  }

  it('[B54] [B55] opens by itself, with the members as they are then, and is recounted', async () => {
    const { deps, id, moderator, voters, opensAt } = await planned()
    const page = await ballotPage(deps, moderator, id)
    expect(page).toMatchObject({
      state: 'scheduled',
      draft: null,
      plan: { refusal: null, drafts: [], mayChange: true },
    })
    await expect(castVote(deps, voters[0], { ballotId: id, choice: 'agree', marks: { a: 1 } })).rejects.toMatchObject({
      code: 'not-ready',
    })
    const late = await anAccount(deps, 'contributor', 'Came Later')
    deps.setNow(opensAt)
    while ((await runDueJobs(deps)) > 0);
    await castVote(deps, late, { ballotId: id, choice: 'agree', marks: { b: 1 } })
    await castVote(deps, voters[0], { ballotId: id, choice: 'agree', marks: { b: 1 } })
    deps.setNow(opensAt + later)
    while ((await runDueJobs(deps)) > 0);
    expect((await findBallot(deps.store.read, id))?.outcome).toMatchObject({ options: { winner: 'b' } })
    expect((await checkRecord(deps)).fault).toBeNull()
  })

  it('[B56] is void where the entry was withdrawn, or who planned it may not ask any more', async () => {
    const { deps, id, moderator, opensAt } = await planned()
    await deps.store.tx((q) => q.update(users).set({ role: 'reader' }).where(eq(users.actorId, moderator.actorId)))
    expect((await ballotPage(deps, moderator, id)).plan?.refusal).toContain('Who planned it')
    await deps.store.tx((q) => q.update(users).set({ role: 'moderator' }).where(eq(users.actorId, moderator.actorId)))
    await withdrawEntry(deps, moderator, {
      place: 'strategies/rate-limited-ai',
      reason: 'It was about something else.',
    })
    deps.setNow(opensAt)
    while ((await runDueJobs(deps)) > 0);
    expect(await findBallot(deps.store.read, id)).toMatchObject({
      state: 'void',
      closeReason: 'The entry was withdrawn from the atlas.',
    })
  })
})
