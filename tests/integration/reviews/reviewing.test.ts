import { expect, test } from 'vitest'
import { insertCase, putSlowDown } from '../../../db/queries/moderation.ts'
import { contributions, events, reviewRemarks, threads } from '../../../db/schema.ts'
import { describeEvent } from '../../../domain/record/describe.ts'
import { createServices } from '../../../server/services.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'

async function reviewWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter } = world.people
  const { draftId, deps } = world
  const keep = (target: string, text: string, type = 'question') =>
    services.keepRemark(commenter, { draftId, target, type, text })
  const submit = (verdict: string, text = '') => services.submitReview(commenter, { draftId, verdict, text })
  const said = async () => (await deps.store.read.select().from(contributions)).map(({ text }) => text)
  return { ...world, services, owner, commenter, keep, submit, said }
}

test('[V5] [V7] remarks are seen by nobody until one act posts them all', async () => {
  const { deps, services, owner, commenter, keep, submit, said, draftId, recorded } = await reviewWorld()
  const { id: threadId } = await services.openThread(owner, { draft: draftId, kind: 'general' })
  await keep('section/bet', 'Which bet?')
  await keep('section/bet', 'And why?')
  await keep(`thread/${threadId}`, 'As you say.', 'for')
  expect(await said()).toEqual([])
  expect((await services.reviewPage(owner, draftId)).own).toBeNull()
  expect((await services.reviewPage(commenter, draftId)).own).toHaveLength(3)
  expect(await recorded()).not.toContain('contribution.posted')
  await submit('needs-work', 'Two questions.')
  expect((await said()).sort()).toEqual(['And why?', 'As you say.', 'Which bet?'])
  const all = await deps.store.read.select().from(threads)
  expect(all.filter(({ title }) => title === 'Review')).toMatchObject([{ place: 'section/bet', state: 'open' }])
  expect(await deps.store.read.select().from(reviewRemarks)).toEqual([])
  const page = await services.reviewPage(owner, draftId)
  expect(page.reviews).toMatchObject([
    { reviewer: 'Bashir Noor', verdict: 'needs-work', text: 'Two questions.', remarks: 3, changed: [] },
  ])
  const event = (await deps.store.read.select().from(events)).find(({ type }) => type === 'review.submitted')
  expect(JSON.stringify(event?.payload)).not.toMatch(/needs|questions/)
  expect(describeEvent({ type: event?.type ?? '', payload: event?.payload ?? {} })).toContain('3 contributions')
})

test('[V7] what cannot be submitted is kept whole', async () => {
  const { services, commenter, keep, submit, said, draftId } = await reviewWorld()
  await keep('entry', 'A remark.')
  expect((await refusal(submit('perhaps'))).field).toBe('verdict')
  expect(await said()).toEqual([])
  expect((await services.reviewPage(commenter, draftId)).own).toHaveLength(1)
  expect((await refusal(keep('section/none', 'x'))).field).toBe('target')
  expect((await refusal(keep('thread/none', 'x'))).field).toBe('target')
  expect((await refusal(keep('entry', ' '))).field).toBe('text')
  expect((await refusal(keep('entry', 'x', 'poem'))).field).toBe('type')
})

test('[V5] [V7] a review of many remarks is one post to who is slowed down, and holds none that cannot be posted', async () => {
  const { deps, commenter, keep, submit, said, draftId } = await reviewWorld()
  const { actorId } = commenter
  const [scope, id] = [`draft/${draftId}`, deps.newId()]
  await deps.store.tx(async (q) => {
    const about = { kind: 'first-post', thing: scope, thingKind: 'draft' } as const
    await insertCase(q, { ...about, id, authorId: actorId, openedAt: deps.now() })
    await putSlowDown(q, { scope, actorId, caseId: id, minutes: 60, until: deps.now() + 86_400_000 })
  })
  const links = Array.from({ length: 200 }, (_, i) => `https://example.org/${i}`).join(' ')
  expect(await refusal(keep('section/bet', links))).toMatchObject({ code: 'bad-input', field: 'text' })
  for (let i = 0; i < 30; i += 1) await keep(i % 2 ? 'section/bet' : 'entry', `Remark ${i}.`)
  expect((await refusal(keep('entry', 'One more.'))).field).toBe('text')
  await submit('needs-work')
  expect(await said()).toHaveLength(30)
  await keep('entry', 'Again.')
  expect((await refusal(submit('needs-work'))).code).toBe('too-many')
})

test('[V7] a remark for a thread that was resolved meanwhile goes to its place', async () => {
  const { deps, services, owner, keep, submit, draftId } = await reviewWorld()
  const { id: threadId } = await services.openThread(owner, { draft: draftId, kind: 'general', place: 'section/bet' })
  await keep(`thread/${threadId}`, 'Too late.')
  await services.resolveThread(owner, { threadId, outcome: 'answered', reason: 'Said.' }).catch(() => undefined)
  await submit('comment')
  const [said] = await deps.store.read.select().from(contributions)
  const home = (await deps.store.read.select().from(threads)).find(({ id }) => id === said?.threadId)
  expect(home?.place).toBe('section/bet')
})

test('[V6] needs work and comment say something; ready may be silent', async () => {
  const { submit } = await reviewWorld()
  expect((await refusal(submit('needs-work'))).field).toBe('text')
  expect((await refusal(submit('comment'))).field).toBe('text')
  expect((await submit('ready')).id).toBeTruthy()
})

test('[V4] [V5] not on one’s own draft, nor by who only reads; nobody takes another’s remark away', async () => {
  const { services, owner, commenter, people, keep, draftId } = await reviewWorld()
  for (const who of [owner, people.onlooker]) {
    expect((await refusal(services.submitReview(who, { draftId, verdict: 'ready', text: '' }))).code).toBe(
      'not-allowed',
    )
  }
  expect((await refusal(services.submitReview(people.outsider, { draftId, verdict: 'ready', text: '' }))).code).toBe(
    'not-found',
  )
  await keep('entry', 'Mine.')
  const remarkId = (await services.reviewPage(commenter, draftId)).own?.[0]?.id ?? ''
  expect((await refusal(services.dropRemark(owner, { remarkId }))).code).toBe('conflict')
  await services.dropRemark(commenter, { remarkId })
  expect((await services.reviewPage(commenter, draftId)).own).toEqual([])
})

test('[V8] beside a review stands what has changed since', async () => {
  const { services, owner, submit, draftId } = await reviewWorld()
  await submit('ready')
  await services.replaceSection(owner, { draftId, section: 'threshold', markdown: 'Past a tenth.' })
  const { reviews } = await services.reviewPage(owner, draftId)
  expect(reviews[0]?.changed).toHaveLength(1)
})
