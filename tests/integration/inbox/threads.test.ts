import { expect, test } from 'vitest'
import { confirmationTerm } from '../../../domain/threads/standing.ts'
import { createServices } from '../../../server/services.ts'
import { argueWorld } from '../../factories/argue-world.ts'
import { candidateWorld } from '../../factories/candidate-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'

async function arguedWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter } = world.people
  const { id: threadId } = await services.openThread(owner, { draft: world.draftId, kind: 'general' })
  const post = (by: typeof owner, text: string, replyTo?: string) => {
    world.deps.setNow(world.deps.now() + 1000)
    return services.postContribution(by, { threadId, type: 'note', text, replyTo })
  }
  const first = await post(owner, 'Is a year long enough?')
  return { ...world, services, threadId, post, first, owner, commenter }
}

test('[I7] a reply needs its reader until they answer it, and then goes by itself', async () => {
  const { deps, services, post, first, owner, commenter, threadId } = await arguedWorld()
  const { id } = await post(commenter, 'Two would be safer.', first.id)
  expect((await inboxOf(deps, owner)).needs).toEqual(['reply'])
  expect(await services.inboxCount(owner)).toBe(1)
  const { groups } = await services.inboxPage(owner, 'needs')
  expect(groups).toMatchObject([
    {
      thing: `thread/${threadId}`,
      href: `/threads/${threadId}?at=${id}#c-${id}`,
      items: [{ why: 'Bashir Noor answered what you wrote', line: 'Two would be safer.', settlement: 'waits' }],
    },
  ])
  // [I1] Who answered is told nothing of it.
  expect((await inboxOf(deps, commenter)).needs).toEqual([])
  await post(owner, 'Then two.', id)
  expect(await inboxOf(deps, owner)).toMatchObject({ needs: [], done: expect.arrayContaining(['reply']) })
  expect(await services.inboxCount(owner)).toBe(0)
})

test('[I7] saying whether one agrees is an answer too; resolving ends it for everybody', async () => {
  const { deps, services, post, first, owner, commenter, threadId } = await arguedWorld()
  const { id } = await post(commenter, 'Two would be safer.', first.id)
  await services.react(owner, { contributionId: id, stance: 'agree' })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
  await post(commenter, 'Or three.', first.id)
  expect((await inboxOf(deps, owner)).needs).toEqual(['reply'])
  await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Not now.' })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
})

test('[I5] what others add stands once with its number, leads to the first, and goes when one posts', async () => {
  const { deps, services, post, owner, commenter } = await arguedWorld()
  await post(commenter, 'One.')
  await post(commenter, 'Two.')
  await post(commenter, 'Three.')
  const page = await services.inboxPage(owner, 'watching')
  expect(page.groups).toMatchObject([
    { items: [{ why: '3 new contributions in a thread you take part in', line: 'One.' }] },
  ])
  expect(page.counts).toEqual({ needs: 0, watching: 1 })
  await post(owner, 'I have read them.')
  expect((await inboxOf(deps, owner)).watching).toEqual([])
  await post(commenter, 'Four.')
  expect((await services.inboxPage(owner, 'watching')).groups).toMatchObject([
    { items: [{ why: 'Bashir Noor added to a thread you take part in', line: 'Four.' }] },
  ])
})

test('[I4] words that are deleted are gone from the inbox', async () => {
  const { services, post, first, owner, commenter, deps } = await arguedWorld()
  const { id } = await post(commenter, 'A secret of somebody else.', first.id)
  await services.deleteContribution(commenter, { contributionId: id })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
  expect(JSON.stringify(await services.inboxPage(owner, 'done'))).not.toContain('A secret')
})

test('[I3] who may not read the draft any more sees and counts nothing of it', async () => {
  const { services, deps, people, draftId, post, owner, commenter } = await arguedWorld()
  const mine = await post(commenter, 'One.')
  await post(owner, 'An answer.', mine.id)
  expect(await services.inboxCount(commenter)).toBe(1)
  await services.inviteMember(owner, { draftId, actorId: commenter.actorId, role: 'none' })
  expect(await services.inboxCount(commenter)).toBe(0)
  const { needs, watching } = await inboxOf(deps, commenter)
  expect([...needs, ...watching]).toEqual([])
  expect(await inboxOf(deps, people.outsider)).toEqual({ needs: [], watching: [], snoozed: [], done: [] })
  // Nor is anything new written for them.
  await post(owner, 'Another answer.', mine.id)
  await services.inviteMember(owner, { draftId, actorId: commenter.actorId, role: 'reader' })
  expect((await inboxOf(deps, commenter)).watching).toContain('invited')
  expect((await services.inboxPage(commenter, 'watching')).groups.map(({ items }) => items.length)).not.toContain(3)
})

test('an outcome waits for those who confirm it, and is told to both sides', async () => {
  const { deps, services, people, post, owner, commenter, threadId } = await arguedWorld()
  await post(commenter, 'I am against it.')
  await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'It was too short.' })
  expect((await inboxOf(deps, people.moderator)).needs).toEqual(['outcome-confirm'])
  expect((await inboxOf(deps, commenter)).watching).toContain('outcome')
  expect((await services.inboxPage(commenter, 'watching')).groups[0]?.items[0]).toMatchObject({
    why: 'Ana Duarte resolved a thread you take part in',
    line: 'Set aside: It was too short.',
  })
  await services.confirmOutcome(people.moderator, { threadId })
  expect((await inboxOf(deps, people.moderator)).needs).toEqual([])
  await services.reopenThread(commenter, { threadId, reason: 'There is news.' })
  expect((await inboxOf(deps, owner)).watching).toContain('reopened')
  await services.resolveThread(owner, { threadId, outcome: 'set-aside', reason: 'Still.' })
  expect((await inboxOf(deps, people.moderator)).needs).toEqual(['outcome-confirm'])
  deps.setNow(deps.now() + confirmationTerm)
  expect((await inboxOf(deps, people.moderator)).needs).toEqual([])
})

test('[T9] who wrote what a moderator deletes is told, and nobody is who deletes their own', async () => {
  const { deps, services, people, post, owner, commenter } = await arguedWorld()
  const words = await post(commenter, 'I am against it.')
  const own = await post(owner, 'Twice the same.')
  await services.deleteContribution(owner, { contributionId: own.id })
  expect((await inboxOf(deps, owner)).watching).not.toContain('words-deleted')
  await services.deleteContribution(people.moderator, { contributionId: words.id })
  expect((await services.inboxPage(commenter, 'watching')).groups[0]?.items.map((item) => item.why)).toContain(
    `${people.moderator.name} deleted something you wrote here`,
  )
})

test('who only said whether they agree hears how it ended, and not every word', async () => {
  const { deps, services, people, post, first, owner, threadId } = await arguedWorld()
  await services.react(people.moderator, { contributionId: first.id, stance: 'disagree' })
  await post(owner, 'More words.')
  expect((await inboxOf(deps, people.moderator)).watching).toEqual([])
  const facilitated = await services.resolveThread(people.moderator, {
    threadId,
    outcome: 'set-aside',
    reason: 'Enough.',
  })
  expect(facilitated).toBeUndefined()
  expect((await inboxOf(deps, owner)).watching).toContain('outcome')
})

test('authors of wordings are told what became of them', async () => {
  const { deps, services, owner, commenter, second, facilitator, threadId, propose } = await candidateWorld()
  const n = await propose(commenter, 'Two systems escape within a year.')
  const m = await propose(second, 'Two systems get away within one year.')
  await services.mergeCandidate(facilitator, { threadId, candidate: String(m), into: String(n) })
  expect((await inboxOf(deps, second)).watching).toContain('candidate-merged')
  await services.carryCandidate(owner, { threadId, candidate: String(n) })
  expect((await inboxOf(deps, commenter)).watching).toContain('carried')
  await services.resolveThread(owner, {
    threadId,
    outcome: 'signal-adopted',
    reason: 'It can be counted.',
    candidate: String(n),
  })
  expect((await inboxOf(deps, commenter)).watching).toContain('candidate-adopted')
  expect((await inboxOf(deps, second)).watching).toContain('outcome')
})
