import { expect, test } from 'vitest'
import { createServices } from '../../../server/services.ts'
import { suspendAccount } from '../../factories/accounts.ts'
import { argueWorld } from '../../factories/argue-world.ts'
import { aBallot, vote } from '../../factories/ballot-world.ts'
import { completeStrategy } from '../../factories/decided-draft.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { testDeps } from '../../factories/test-deps.ts'

async function draftWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const suggest = (text: string) =>
    services.makeSuggestion(world.people.commenter, {
      draftId: world.draftId,
      place: 'section/bet',
      text,
      reason: 'Clearer.',
    })
  return { ...world, ...world.people, services, suggest }
}

test('a suggestion needs the draft’s owner until it is decided, and its author is told with the reason', async () => {
  const { deps, services, owner, commenter, suggest, draftId } = await draftWorld()
  const { id } = await suggest('Time is what we lack.')
  expect((await inboxOf(deps, owner)).needs).toEqual(['suggestion'])
  expect((await services.inboxPage(owner, null)).groups[0]).toMatchObject({
    title: 'Pause',
    href: `/drafts/${draftId}/suggestions#s-${id}`,
    items: [{ why: 'Bashir Noor suggests other words for your draft', line: 'Bet: Clearer.' }],
  })
  await services.declineSuggestion(owner, { suggestionId: id, reason: 'It says the same.' })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
  expect((await inboxOf(deps, commenter)).watching).toEqual(['suggestion-declined'])
  expect((await services.inboxPage(commenter, 'watching')).groups[0]?.items[0]).toMatchObject({
    why: 'Ana Duarte declined your words, with a reason',
    line: 'Bet: It says the same.',
  })
})

test('accepted, and accepted with edits, are told apart', async () => {
  const { deps, services, owner, commenter, suggest } = await draftWorld()
  const first = await suggest('Time is what we lack.')
  await services.acceptSuggestion(owner, { suggestionId: first.id })
  const second = await suggest('Time is what we do not have.')
  await services.acceptSuggestion(owner, { suggestionId: second.id, text: 'Time is short.' })
  expect((await inboxOf(deps, commenter)).watching.sort()).toEqual(['suggestion-accepted', 'suggestion-edited'])
})

test('an objection needs the owner of the draft, and its owner is told the answer', async () => {
  const { deps, services, owner, commenter, moderator, draftId } = await draftWorld()
  const { id } = await services.raiseObjection(commenter, { draftId, text: 'No date.', settledBy: 'A date.' })
  expect((await inboxOf(deps, owner)).needs).toEqual(['objection'])
  expect((await inboxOf(deps, moderator)).needs).toEqual([])
  await services.disposeObjection(owner, { objectionId: id, disposition: 'dismissed', reason: 'There is one.' })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
  expect((await services.inboxPage(commenter, 'watching')).groups[0]?.items[0]?.line).toBe('Dismissed: There is one.')
})

test('[I1] an objection to one’s own draft waits for a moderator', async () => {
  const { deps, services, owner, moderator, draftId } = await draftWorld()
  await services.raiseObjection(owner, { draftId, text: 'No date.', settledBy: 'A date.' })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
  expect((await inboxOf(deps, moderator)).needs).toEqual(['objection'])
})

test('a hold, its end and an invitation are told', async () => {
  const { deps, services, owner, commenter, moderator, onlooker, draftId } = await draftWorld()
  const until = new Date(deps.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await services.placeHold(commenter, { draftId, until, reason: 'To ask two people.' })
  expect((await inboxOf(deps, owner)).watching).toEqual(['hold'])
  const { holds } = await services.draftThreadsPage(owner, draftId)
  await services.liftHold(moderator, { draftId, holdId: holds.holds[0]?.id ?? '', reason: 'They answered.' })
  expect((await inboxOf(deps, commenter)).watching).toEqual(['hold-lifted'])
  await services.inviteMember(owner, { draftId, actorId: onlooker.actorId, role: 'writer' })
  expect((await services.inboxPage(onlooker, 'watching')).groups[0]?.items[0]).toMatchObject({
    why: 'Ana Duarte gave you a role in a draft',
    line: 'Your role: Writes.',
  })
})

test('[I3] who is suspended is told nothing, and sees nothing of what they were told before', async () => {
  const { deps, services, owner, suggest } = await draftWorld()
  await suggest('Time is what we lack.')
  await suspendAccount(deps, owner.actorId)
  await suggest('Time is what we do not have.')
  const suspended = { ...owner, suspended: true }
  expect(await services.inboxCount(suspended)).toBe(0)
  expect(await services.inboxPage(suspended, null)).toMatchObject({ groups: [], suspended: true })
  expect((await inboxOf(deps, owner)).needs).toEqual(['suggestion'])
})

test('a draft from its ballot to its publication: owner, moderators and watchers', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const { owner, voters, moderator, draftId, ballotId } = await aBallot(deps, {
    rule: 'simple-majority',
    parameters: {},
  })
  for (const voter of voters) await vote(deps, voter, ballotId, 'agree')
  await services.closeBallot(moderator, { ballotId, reason: 'Everybody has voted.' })
  expect((await inboxOf(deps, owner)).watching).toEqual(expect.arrayContaining(['draft-adopted', 'ballot-result']))
  expect((await inboxOf(deps, moderator)).needs).toEqual(['statement-asked', 'ready'])
  await services.stateOutcome(moderator, { ballotId, statement: 'Everybody agreed.' })
  expect((await inboxOf(deps, moderator)).needs).toEqual(['ready'])
  expect((await inboxOf(deps, voters[0])).watching).toEqual(['ballot-statement', 'ballot-result'])
  await services.publishVersion(moderator, { draftId, note: 'A stricter signal.' }).catch((refused: unknown) => {
    throw new Error(`not published: ${String((refused as { detail?: string }).detail)} ${completeStrategy.title}`)
  })
  expect((await inboxOf(deps, moderator)).needs).toEqual([])
  expect((await inboxOf(deps, owner)).watching).toContain('published')
})

test('a draft that a ballot sends back needs its owner until they move it on', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const { owner, voters, moderator, draftId, ballotId } = await aBallot(deps, {
    rule: 'simple-majority',
    parameters: {},
  })
  for (const voter of voters) await vote(deps, voter, ballotId, 'object')
  await services.closeBallot(moderator, { ballotId, reason: 'Everybody has voted.' })
  expect((await inboxOf(deps, owner)).needs).toContain('draft-returned')
  expect((await inboxOf(deps, moderator)).needs).toEqual(['statement-asked'])
  await services.moveDraft(owner, { draftId, move: 'take-back' })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
})
