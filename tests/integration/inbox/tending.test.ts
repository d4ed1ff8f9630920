import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { notifications, watches } from '../../../db/schema.ts'
import type { Q } from '../../../db/store.ts'
import { tell } from '../../../server/notifications/tell.ts'
import { recordEvent } from '../../../server/record/record-event.ts'
import { createServices } from '../../../server/services.ts'
import { argueWorld, createArguer, refusal } from '../../factories/argue-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'

async function tendedWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner, commenter } = world.people
  const { id } = await services.openThread(owner, { draft: world.draftId, kind: 'general' })
  const mine = await services.postContribution(owner, { threadId: id, type: 'note', text: 'One.' })
  const answer = () =>
    services.postContribution(commenter, { threadId: id, type: 'note', text: 'Two.', replyTo: mine.id })
  await answer()
  const thing = `thread/${id}`
  const tend = (act: string, more = {}) => services.tendInbox(owner, { act, things: [thing], ...more })
  const later = (by: number) => world.deps.setNow(world.deps.now() + by)
  return { ...world, services, owner, commenter, thing, threadId: id, answer, tend, later }
}

test('[I12] [I13] done puts away what was shown, and is taken back with one press', async () => {
  const { deps, services, owner, tend, answer, later } = await tendedWorld()
  const { seen } = await services.inboxPage(owner, null)
  later(1000)
  await answer()
  later(1000)
  const did = await tend('done', { seen })
  expect(did).toMatchObject({ act: 'done', things: 1 })
  expect((await inboxOf(deps, owner)).needs).toEqual(['reply'])
  await tend('undo', { things: [], at: did.at })
  expect((await inboxOf(deps, owner)).needs).toEqual(['reply', 'reply'])
})

test('[I12] something snoozed comes back by itself, as new', async () => {
  const { deps, services, owner, tend, later } = await tendedWorld()
  await tend('tomorrow')
  expect(await services.inboxCount(owner)).toBe(0)
  expect((await services.inboxPage(owner, null)).snoozed).toMatchObject([{ until: Date.UTC(2026, 10, 25, 6) }])
  later(86_400_000)
  expect((await inboxOf(deps, owner)).needs).toEqual(['reply'])
  expect((await services.inboxPage(owner, null)).groups[0]?.at).toBe(Date.UTC(2026, 10, 25, 6))
  await tend('next-week')
  await tend('back')
  expect((await inboxOf(deps, owner)).needs).toEqual(['reply'])
})

test('[I6] [I13] a muted thing is quiet until it is heard again, and undoing gives the old volume back', async () => {
  const { deps, services, owner, tend, answer, later } = await tendedWorld()
  later(1000)
  await tend('decisions')
  later(1000)
  const { at } = await tend('mute')
  await answer()
  expect(await inboxOf(deps, owner)).toMatchObject({ needs: [], watching: [] })
  expect((await services.inboxPage(owner, 'done')).groups[0]?.volume).toBe('mute')
  await tend('undo', { things: [], at })
  const [watch] = (await deps.store.read.select().from(watches)).filter(({ actorId }) => actorId === owner.actorId)
  expect(watch?.volume).toBe('decisions')
  await answer()
  expect((await inboxOf(deps, owner)).needs).toEqual(['reply', 'reply'])
})

test('[I12] news of a thread wakes what was snoozed, and what was put away by posting', async () => {
  const { services, deps, owner, commenter, threadId, tend, later } = await tendedWorld()
  const say = (text: string) => services.postContribution(commenter, { threadId, type: 'note', text })
  await say('Two and a half.')
  await tend('next-week')
  expect((await inboxOf(deps, owner)).watching).toEqual([])
  later(1000)
  await say('Three.')
  expect((await inboxOf(deps, owner)).watching).toEqual(['contribution'])
  await tend('next-week')
  await services.postContribution(owner, { threadId, type: 'note', text: 'Four.' })
  later(1000)
  await say('Five.')
  expect((await inboxOf(deps, owner)).watching).toEqual(['contribution'])
})

test('[I13] undoing a choice about a thing that one never heard of leaves nothing that one hears of', async () => {
  const { deps, services, commenter, thing, people } = await tendedWorld()
  await deps.store.tx(async (q) => {
    const told = [{ actorId: people.outsider.actorId, kind: 'outcome' as const, ref: thing.slice('thread/'.length) }]
    await tell(q, { thing, by: commenter.actorId, draftId: null, told }, { at: deps.now(), own: 'event/x' })
  })
  const { at } = await services.tendInbox(people.outsider, { act: 'mute', things: [thing] })
  await services.tendInbox(people.outsider, { act: 'undo', things: [], at })
  const heard = (await deps.store.read.select().from(watches)).filter(
    ({ actorId }) => actorId === people.outsider.actorId,
  )
  expect(heard).toEqual([])
})

test('[I15] what somebody chose is not moved by taking part', async () => {
  const { deps, services, owner, commenter, threadId, tend } = await tendedWorld()
  await tend('mute')
  await services.postContribution(owner, { threadId, type: 'note', text: 'Three.' })
  await services.postContribution(commenter, { threadId, type: 'note', text: 'Four.' })
  expect((await inboxOf(deps, owner)).watching).toEqual([])
  await tend('all')
  await services.postContribution(commenter, { threadId, type: 'note', text: 'Five.' })
  expect((await inboxOf(deps, owner)).watching).toEqual(['contribution'])
})

test('nobody tends what they were never told of, nor somebody else’s', async () => {
  const { deps, services, owner, people, tend, thing } = await tendedWorld()
  expect(await refusal(tend('done', { things: ['thread/none'] }))).toMatchObject({ code: 'bad-input', field: 'thing' })
  expect(await refusal(tend('sell'))).toMatchObject({ code: 'bad-input', field: 'act' })
  expect(await refusal(services.tendInbox(people.outsider, { act: 'done', things: [thing] }))).toMatchObject({
    code: 'bad-input',
  })
  expect(await refusal(services.tendInbox(null, { act: 'done', things: [thing] }))).toMatchObject({
    code: 'signed-out',
  })
  const { at } = await tend('done')
  await services.tendInbox(people.moderator, { act: 'undo', things: [], at })
  expect((await inboxOf(deps, owner)).needs).toEqual([])
})

test('[I4] an act that is not kept tells nobody', async () => {
  const { deps, owner, commenter, threadId } = await tendedWorld()
  const before = await deps.store.read.select().from(notifications)
  const work = deps.store.tx(async (q) => {
    await recordEvent(deps, q, {
      type: 'thread.reopened',
      subject: `thread/${threadId}`,
      payload: { by: commenter.actorId },
    })
    expect((await q.select().from(notifications)).length).toBeGreaterThan(before.length)
    throw new Error('the disk is full')
  })
  await expect(work).rejects.toThrow('the disk is full')
  expect(await deps.store.read.select().from(notifications)).toEqual(before)
  expect((await inboxOf(deps, owner)).watching).not.toContain('reopened')
})

/** Passes everything on and counts what is written. */
function counting(q: Q): { q: Q; inserts: () => number } {
  let n = 0
  const counted = new Proxy(q, {
    get(target, name, receiver) {
      if (name === 'insert') n += 1
      const value = Reflect.get(target, name, receiver)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { q: counted, inserts: () => n }
}

test('two hundred people are told in one statement, and an inbox is read by its index', async () => {
  const { deps, owner, threadId, thing } = await tendedWorld()
  const crowd: string[] = []
  for (let i = 0; i < 200; i++) crowd.push((await createArguer(deps, `Person ${i}`, 'moderator')).actorId)
  await deps.store.tx(async (q) => {
    const counted = counting(q)
    const told = crowd.map((actorId) => ({ actorId, kind: 'reopened' as const, ref: threadId }))
    await tell(counted.q, { thing, by: owner.actorId, draftId: null, told }, { at: deps.now(), own: 'event/x' })
    expect(counted.inserts()).toBe(1)
    expect((await q.select().from(notifications)).filter(({ key }) => key === 'event/x')).toHaveLength(200)
  })
  const database = new Database(deps.env.databaseFile, { readonly: true })
  const planOf = (query: string) =>
    (database.prepare(`explain query plan ${query}`).all() as { detail: string }[])
      .map(({ detail }) => detail)
      .join('; ')
  const open =
    'select * from notifications where actor_id = 0 and done_at is null and at > 1 order by at desc limit 300'
  expect(planOf(open)).toBe('SEARCH notifications USING INDEX notifications_open (actor_id=? AND done_at=? AND at>?)')
  expect(planOf('select * from watches where thing = 1')).toMatch(/USING INDEX watches_thing/)
  expect(planOf('select 1 from contributions where reply_to in (1, 2) and author_id = 3')).toMatch(
    /USING (?:COVERING )?INDEX contributions_reply/,
  )
  database.close()
}, 30_000)
