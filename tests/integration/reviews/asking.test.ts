import { expect, test } from 'vitest'
import { insertRequest } from '../../../db/queries/reviews.ts'
import { reviewRequests } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { beginTendingReviews } from '../../../server/jobs/tend-reviews.ts'
import { createServices } from '../../../server/services.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'
import { createTestDraft } from '../../factories/draft-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { sentMails } from '../../factories/sent-mails.ts'

const day = 86_400_000

async function askedWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter } = world.people
  const ask = (reviewers: string[], more = {}) =>
    services.askReview(owner, { draftId: world.draftId, reviewers, due: '', note: '', ...more })
  return { ...world, services, owner, commenter, ask }
}

test('[V1] [V3] a request comes with a mail, waits, and goes once it is answered', async () => {
  const { deps, services, commenter, owner, ask, draftId } = await askedWorld()
  await ask([commenter.actorId], { due: '2026-12-01', note: 'Is the threshold honest?' })
  expect((await inboxOf(deps, commenter)).needs).toEqual(['review-asked'])
  expect((await services.inboxPage(commenter, null)).groups[0]).toMatchObject({
    href: `/drafts/${draftId}/review#own`,
    due: Date.UTC(2026, 11, 2),
  })
  const [mail] = await sentMails(deps)
  expect(mail?.text).toContain('> Is the threshold honest?')
  expect(mail?.subject).toContain('Ana Duarte asks you for a review')
  await services.submitReview(commenter, { draftId, verdict: 'ready', text: '' })
  expect((await inboxOf(deps, commenter)).needs).toEqual([])
  expect((await inboxOf(deps, owner)).watching).toContain('reviewed')
})

test('[V2] asked again the request changes; taken back it waits no more', async () => {
  const { deps, services, commenter, owner, ask, draftId } = await askedWorld()
  await ask([commenter.actorId, commenter.actorId])
  await ask([commenter.actorId], { note: 'The bet alone.' })
  const { requests } = await services.reviewPage(owner, draftId)
  expect(requests).toMatchObject([{ note: 'The bet alone.' }])
  expect((await inboxOf(deps, commenter)).needs).toEqual(['review-asked'])
  await services.withdrawRequest(owner, { draftId, requestId: requests[0]?.id ?? '' })
  expect((await inboxOf(deps, commenter)).needs).toEqual([])
  const again = services.withdrawRequest(owner, { draftId, requestId: requests[0]?.id ?? '' })
  expect((await refusal(again)).code).toBe('conflict')
})

test('[V2] asked again and again one mail comes in a day, and one person asks so many only', async () => {
  const { deps, commenter, ask, recorded } = await askedWorld()
  const asked = async () => (await recorded()).filter((type) => type === 'review.asked').length
  await ask([commenter.actorId], { note: 'One.' })
  await ask([commenter.actorId], { note: 'One.' })
  expect(await asked()).toBe(1)
  for (const note of ['Two.', 'Three.']) await ask([commenter.actorId], { note })
  expect(await asked()).toBe(3)
  expect(await sentMails(deps)).toHaveLength(1)
  deps.setNow(deps.now() + day)
  await ask([commenter.actorId], { note: 'Four.' })
  expect(await sentMails(deps)).toHaveLength(2)
  await deps.store.tx(async (q) => {
    const [one] = await q.select().from(reviewRequests)
    if (!one) throw new Error('nobody is asked')
    for (let i = 0; i < 39; i += 1) await insertRequest(q, { ...one, id: deps.newId(), endedAt: deps.now() })
  })
  const helper = await createArguer(deps, 'Helper', 'moderator')
  expect((await refusal(ask([helper.actorId]))).code).toBe('too-many')
})

test('[V1] nobody is asked who may not comment, nor the owner; nobody else asks; wrong days are refused', async () => {
  const { services, commenter, owner, ask, draftId, people } = await askedWorld()
  for (const who of [people.onlooker, people.outsider, people.reader, owner, { actorId: 'nobody' }]) {
    expect(await refusal(ask([who.actorId]))).toMatchObject({ code: 'bad-input', field: 'reviewers' })
  }
  expect((await refusal(ask([]))).field).toBe('reviewers')
  for (const due of ['2026-02-30', 'soon', '2020-01-01']) {
    expect((await refusal(ask([commenter.actorId], { due }))).field, due).toBe('due')
  }
  const byOther = services.askReview(commenter, { draftId, reviewers: [commenter.actorId], due: '', note: '' })
  expect((await refusal(byOther)).code).toBe('not-allowed')
  expect((await refusal(services.reviewPage(people.outsider, draftId))).code).toBe('not-found')
})

test('[V3] on the day before it is due it comes once more, once', async () => {
  const { deps, services, commenter, ask } = await askedWorld()
  await ask([commenter.actorId], { due: '2026-12-01' })
  await services.tendInbox(commenter, {
    act: 'done',
    things: [(await services.inboxPage(commenter, null)).groups[0]?.thing ?? ''],
  })
  deps.setNow(Date.UTC(2026, 11, 1, 6))
  await beginTendingReviews(deps)
  await runDueJobs(deps)
  await runDueJobs(deps)
  expect((await inboxOf(deps, commenter)).needs).toEqual(['review-asked'])
})

test('[V9] [V10] what lies in review is brought to its owner’s mind twice, then to moderators, until something happens', async () => {
  const { deps, people, services } = await askedWorld()
  const { owner, moderator } = people
  const draftId = await createTestDraft(deps, owner.person, { visibility: 'members' })
  const helper = await createArguer(deps, 'Helper')
  await services.moveDraft(owner, { draftId, move: 'submit' })
  const began = deps.now()
  const after = async (days: number) => {
    deps.setNow(began + days * day)
    await beginTendingReviews(deps)
    await runDueJobs(deps)
    const own = (await inboxOf(deps, owner)).watching.filter((kind) => kind === 'review-stalled').length
    const theirs = (await inboxOf(deps, moderator)).needs.filter((kind) => kind === 'review-abandoned').length
    return [own, theirs]
  }
  expect(await after(13)).toEqual([0, 0])
  expect(await after(14)).toEqual([1, 0])
  expect(await after(15)).toEqual([1, 0])
  expect(await after(28)).toEqual([1, 0])
  expect(await after(42)).toEqual([1, 1])
  await services.submitReview(helper, { draftId, verdict: 'ready', text: '' })
  expect((await inboxOf(deps, moderator)).needs).toEqual([])
})
