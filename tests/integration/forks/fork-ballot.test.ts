import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { replaceSection } from '../../../collab/replace-section.ts'
import { findBallot } from '../../../db/queries/ballots.ts'
import { findDraft } from '../../../db/queries/drafts.ts'
import { notifications } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { Independent } from '../../../scripts/verify-independent.mjs'
import { verifyBundle } from '../../../server/cli/verify/verify-bundle.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { createServices } from '../../../server/services.ts'
import { checkRecord } from '../../../server/usecases/record/check-record.ts'
import { minute } from '../../factories/ballot-world.ts'
import { bundleOf } from '../../factories/bundle-world.ts'
import { anAccount, anEntry, completeStrategy } from '../../factories/decided-draft.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { judge } from '../../factories/judge-bundle.ts'
import { testDeps } from '../../factories/test-deps.ts'

/** A published strategy, a draft of it by Ines and a fork of that by Tomasz. */
async function forkBallotWorld() {
  const deps = testDeps()
  const services = createServices(deps)
  const ines = await anAccount(deps, 'contributor', 'Ines Duarte')
  const tomasz = await anAccount(deps, 'contributor', 'Tomasz Lis')
  const moderator = await anAccount(deps, 'moderator', 'Lea Brandt')
  await anEntry(deps, moderator, completeStrategy, 'a-cap')
  const { id: first } = await services.createDraft(ines, { kind: 'strategy', entry: 'a-cap' })
  const write = (draftId: string, by: Viewer, text: string) =>
    deps.collab.transact(draftId, by.actorId, (doc) => replaceSection(doc, 'bet', paragraph(text)))
  await write(first, ines, 'A high cap.')
  const { id: second } = await services.forkDraft(tomasz, { draftId: first, reason: 'A lower cap.' })
  await write(second, tomasz, 'A low cap.')
  const open = (by: Viewer | null, change = {}) =>
    services.openForkBallot(by, {
      forks: [
        { draftId: first, label: 'The high cap' },
        { draftId: second, label: 'The low cap' },
      ],
      question: 'Which cap?',
      quorum: 1,
      closesAt: deps.now() + 10 * minute,
      electorate: [ines, tomasz, moderator].map(({ actorId }) => actorId),
      names: 'shown',
      ...change,
    })
  const close = async (ballotId: string) => {
    await services.closeBallot(moderator, { ballotId, reason: 'Everybody has voted.' })
    return findBallot(deps.store.read, ballotId)
  }
  const states = async () => [
    (await findDraft(deps.store.read, first))?.state,
    (await findDraft(deps.store.read, second))?.state,
  ]
  return { deps, services, ines, tomasz, moderator, first, second, write, open, close, states }
}

it('[B71] [B72] is opened by who may open a ballot about each, and freezes all or none', async () => {
  const { deps, services, ines, moderator, first, second, open, states, write } = await forkBallotWorld()
  await expect(open(null)).rejects.toMatchObject({ code: 'signed-out' })
  await expect(open(ines)).rejects.toMatchObject({ code: 'not-allowed' })
  const one = [{ draftId: first, label: 'Alone' }]
  await expect(open(moderator, { forks: one })).rejects.toMatchObject({ code: 'bad-input', field: 'forks' })
  await expect(open(moderator, { opensAt: deps.now() })).rejects.toMatchObject({ field: 'opensAt' })
  const alike = [first, second].map((draftId) => ({ draftId, label: 'The cap' }))
  await expect(open(moderator, { forks: alike })).rejects.toMatchObject({ code: 'bad-input', field: 'options' })
  expect(await states()).toEqual(['writing', 'writing'])
  expect((await services.draftPage(moderator, first)).forks.ballotHref).toBe(`/ballots/new?forks=${first},${second}`)

  const { id } = await open(moderator)
  expect(await states()).toEqual(['ballot-open', 'ballot-open'])
  await expect(open(moderator)).rejects.toMatchObject({ code: 'conflict' })
  await expect(services.deleteDraft(moderator, { draftId: first, reason: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await write(second, moderator, 'Changed under vote.')
  const texts = await services.forkTexts(ines, id)
  expect(texts.map(({ text }) => text?.shown.sections[0]?.blocks)).toEqual([
    paragraph('A high cap.'),
    paragraph('A low cap.'),
  ])
  expect((await services.draftPage(ines, second)).openBallot?.id).toBe(id)
})

it('[B76] two drafts of one owner can be put to a ballot as they are called before anybody words it otherwise', async () => {
  const { services, ines, moderator, first, open } = await forkBallotWorld()
  const { id: own } = await services.forkDraft(ines, { draftId: first, reason: 'A cap that falls.' })
  const { forks } = await services.forkOpening(moderator, [first, own])
  expect(forks.map(({ label }) => label)).toEqual([
    expect.stringMatching(/, by Ines Duarte, the draft that was forked$/),
    expect.stringMatching(/, by Ines Duarte: A cap that falls\.$/),
  ])
  await open(moderator, { forks: forks.map(({ id, label }) => ({ draftId: id, label })) })
})

it('[B73] [B74] the text that is taken is published as it was frozen, and both verifiers follow it', async () => {
  const { deps, services, ines, tomasz, moderator, first, second, open, close, states, write } = await forkBallotWorld()
  const { id } = await open(moderator)
  await services.castVote(ines, { ballotId: id, choice: 'agree', marks: { b: 1, a: 2, 'status-quo': 3 } })
  await services.castVote(tomasz, { ballotId: id, choice: 'agree', marks: { b: 1 } })
  await write(second, tomasz, 'Changed under vote.')
  expect((await close(id))?.outcome).toMatchObject({ result: 'adopted', options: { winner: 'b' } })
  expect(await states()).toEqual(['returned', 'promoted'])
  expect((await inboxOf(deps, ines)).needs).toContain('draft-returned')
  const closed = { takenFork: 'promoted', publishHref: `/moderation/${second}/publish` }
  expect(await services.ballotPage(moderator, id)).toMatchObject(closed)
  expect(await services.ballotPage(ines, id)).toMatchObject({ takenFork: 'promoted', publishHref: null })
  await expect(services.publishVersion(moderator, { draftId: first, note: 'x' })).rejects.toMatchObject({
    code: 'not-ready',
  })

  expect(await services.publishVersion(moderator, { draftId: second, note: 'A low cap.' })).toMatchObject({
    version: 2,
  })
  expect(await services.ballotPage(null, id)).toMatchObject({ takenFork: 'published', publishHref: null })
  const page = await services.versionPage(null, { kind: 'strategy', slug: 'a-cap', n: '2' })
  expect(page.content.sections.bet).toEqual(paragraph('A low cap.'))
  expect(page.version.decision.summary).toMatch(/before another draft and the text as it was \(2 of 3 voted/)
  expect(page.version.authors).toContain('Ines Duarte')

  // What lost is kept beside it.
  expect(
    await services.keepVariant(moderator, { draftId: first, name: 'The high cap', note: 'One wanted it.' }),
  ).toEqual({
    path: '/strategies/a-cap/v/3',
  })
  expect(await checkRecord(deps)).toMatchObject({ versions: 3, fault: null })
  const lines = await bundleOf(deps)
  const all = new Independent()
  for (const line of lines) all.take(line)
  expect((await verifyBundle(lines)).counts).toEqual(all.end())
})

it('[B73] where the status quo holds, all drafts are returned, and their open pages and editors hear of it', async () => {
  const { deps, services, ines, tomasz, moderator, first, second, open, close, states } = await forkBallotWorld()
  const heard: string[] = []
  deps.live.subscribe(({ topic, type }) => heard.push(`${topic} ${type}`))
  const checked: (string | undefined)[] = []
  deps.collab.reauthorise = ({ draftId }) => void checked.push(draftId)
  const { id } = await open(moderator)
  await services.castVote(ines, { ballotId: id, choice: 'agree', marks: { 'status-quo': 1 } })
  await services.castVote(tomasz, { ballotId: id, choice: 'agree', marks: { b: 1, 'status-quo': 1 } })
  expect((await close(id))?.outcome?.options?.winner).toBe('status-quo')
  expect(await states()).toEqual(['returned', 'returned'])
  for (const draftId of [first, second]) {
    for (const type of ['opened', 'vote-cast', 'closed']) expect(heard).toContain(`draft/${draftId} ballot.${type}`)
  }
  expect(checked).toEqual([first, second])
})

it('[B75] shows a text to nobody who may not read its draft', async () => {
  const { services, moderator, open, close } = await forkBallotWorld()
  const { id } = await open(moderator)
  await expect(services.forkTexts(null, id)).rejects.toMatchObject({ code: 'signed-out' })
  await close(id)
  expect((await services.forkTexts(null, id)).map(({ href, text }) => [href, text])).toEqual([
    [null, null],
    [null, null],
  ])
})

it('[B75] [R13] between drafts of an entry of which nothing is published is for members alone', async () => {
  const { deps, services, ines, tomasz, moderator, open, close } = await forkBallotWorld()
  const { id: first } = await services.createDraft(ines, { kind: 'strategy', title: 'A secret plan' })
  const { id: second } = await services.forkDraft(tomasz, { draftId: first, reason: 'Another plan.' })
  const forks = [first, second].map((draftId, i) => ({ draftId, label: `Plan ${i + 1}` }))
  const { id } = await open(moderator, { forks })
  await services.castVote(ines, { ballotId: id, choice: 'agree', marks: { a: 1 } })
  await close(id)
  await expect(services.ballotPage(null, id)).rejects.toMatchObject({ code: 'signed-out' })
  const reader = await anAccount(deps, 'reader', 'A reader')
  await expect(services.ballotPage(reader, id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await services.ballotPage(tomasz, id)).known?.outcome.options?.winner).toBe('a')
  const told = await bundleOf(deps)
  expect(told.join('\n')).not.toContain('Plan 1')
  expect(judge(told)).toEqual({ ours: null, other: null })
  const toMembers = await bundleOf(deps, 'members')
  expect(toMembers.join('\n')).toContain('Plan 1')
  expect(judge(toMembers)).toEqual({ ours: null, other: null })
})

it('[B75] between drafts of something published is for everybody once it has closed', async () => {
  const { deps, services, moderator, open, close } = await forkBallotWorld()
  const { id } = await open(moderator)
  await close(id)
  expect((await services.ballotPage(null, id)).question).toBe('Which cap?')
  const lines = await bundleOf(deps)
  expect(lines.join('\n')).toContain('Which cap?')
  expect(judge(lines)).toEqual({ ours: null, other: null })
})

it('[B58] its last call begins anew with an objection to one of the drafts, and no sense check beside it does', async () => {
  const { deps, services, ines, moderator, first, second, open } = await forkBallotWorld()
  const restarts = { closesAt: deps.now() + 10 * minute, lastCall: 3 * minute, lastCallRestarts: true }
  const sense = { rule: 'sense-check', quorum: 1, names: 'shown', electorate: 'members' } as const
  const { id: beside } = await services.openBallot(ines, { ...restarts, ...sense, draftId: first })
  const { id } = await open(moderator, restarts)
  const closes = async (ballotId: string) => (await findBallot(deps.store.read, ballotId))?.closesAt
  deps.setNow(restarts.closesAt - minute)
  const heard: string[] = []
  deps.live.subscribe(({ topic, type }) => heard.push(`${topic} ${type}`))
  await services.raiseObjection(ines, { draftId: second, text: 'It names no limit.', settledBy: 'A number.' })
  expect(await closes(id)).toBe(restarts.closesAt + 2 * minute)
  for (const topic of [`ballot/${id}`, `draft/${first}`]) expect(heard).toContain(`${topic} ballot.extended`)
  await services.raiseObjection(moderator, { draftId: first, text: 'It is too high.', settledBy: 'A lower one.' })
  expect(await closes(beside)).toBe(restarts.closesAt)
})

/** A ballot between the two drafts that opens in ten minutes and closes ten minutes later. */
async function plannedForks() {
  const world = await forkBallotWorld()
  const opensAt = world.deps.now() + 10 * minute
  const { id } = await world.open(world.moderator, { opensAt, closesAt: opensAt + 10 * minute, zone: 'Europe/Lisbon' })
  const openIt = async () => {
    world.deps.setNow(opensAt)
    await runDueJobs(world.deps)
    return findBallot(world.deps.store.read, id)
  }
  return { ...world, id, opensAt, openIt }
}

it('[B54] [B55] may be planned: the texts are frozen as they stand when it opens, and counted by both verifiers', async () => {
  const { deps, services, ines, tomasz, moderator, first, second, id, open, openIt, close, states, write } =
    await plannedForks()
  expect(await states()).toEqual(['writing', 'writing'])
  const page = await services.ballotPage(ines, id)
  expect(page).toMatchObject({ state: 'scheduled', takenFork: null, mine: { mayVote: false } })
  const drafts = [
    { label: 'The high cap', href: `/drafts/${first}` },
    { label: 'The low cap', href: `/drafts/${second}` },
  ]
  expect(page.plan).toEqual({ electorate: 'listed', zone: 'Europe/Lisbon', refusal: null, drafts, mayChange: false })
  expect(await services.forkTexts(ines, id)).toEqual([])
  expect((await services.draftPage(ines, second)).openBallot).toEqual({ id, planned: true })
  // One ballot about a text is planned or open at a time.
  await expect(open(moderator)).rejects.toMatchObject({ code: 'conflict' })
  const alone = { rule: 'consent', quorum: 1, names: 'shown', electorate: 'members' } as const
  const beside = services.openBallot(ines, { ...alone, draftId: first, closesAt: deps.now() + minute })
  await expect(beside).rejects.toMatchObject({ code: 'conflict' })

  await write(second, tomasz, 'A cap that falls.')
  expect(await openIt()).toMatchObject({ state: 'open' })
  expect(await states()).toEqual(['ballot-open', 'ballot-open'])
  const texts = await services.forkTexts(ines, id)
  expect(texts.map(({ text }) => text?.shown.sections[0]?.blocks)).toEqual([
    paragraph('A high cap.'),
    paragraph('A cap that falls.'),
  ])
  await services.castVote(ines, { ballotId: id, choice: 'agree', marks: { b: 1 } })
  await close(id)
  expect(await states()).toEqual(['returned', 'promoted'])
  await services.publishVersion(moderator, { draftId: second, note: 'A cap that falls.' })
  expect((await checkRecord(deps)).fault).toBeNull()
  expect(judge(await bundleOf(deps))).toEqual({ ours: null, other: null })
})

it('[B56] planned, it is void where one of its drafts is gone, and the owners of all are told', async () => {
  const { deps, services, ines, tomasz, moderator, second, id, openIt, states } = await plannedForks()
  await services.deleteDraft(tomasz, { draftId: second, reason: 'Wrong entry.' })
  expect((await services.ballotPage(moderator, id)).plan?.refusal).toBe('“The low cap”: The draft was deleted.')
  expect(await openIt()).toMatchObject({ state: 'void', closeReason: '“The low cap”: The draft was deleted.' })
  expect((await states())[0]).toBe('writing')
  const told = await deps.store.read.select().from(notifications).where(eq(notifications.kind, 'ballot-void'))
  const owners = [ines, tomasz, moderator].map(({ actorId }) => actorId)
  expect(told.map(({ actorId }) => actorId).sort()).toEqual(owners.sort())
})
