import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findStanding } from '../../../db/queries/appointments.ts'
import { insertEntry } from '../../../db/queries/entries.ts'
import { findCase, listFlags } from '../../../db/queries/moderation.ts'
import { entries } from '../../../db/schema.ts'
import { day } from '../../../domain/text/day.ts'
import type { createServices } from '../../../server/services.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { createArguer, refusal } from '../../factories/argue-world.ts'
import { moderationWorld } from '../../factories/moderation-world.ts'

describe('flags', () => {
  it('[Y3] ten flags on one thing are one case with ten voices', async () => {
    const { deps, flag, services, people } = await moderationWorld()
    const ids = new Set<string>()
    for (let i = 0; i < 10; i += 1) ids.add((await flag(await createArguer(deps, `Voice ${i}`))).caseId)
    expect(ids.size).toBe(1)
    const [caseId = ''] = ids
    expect(await listFlags(deps.store.read, caseId)).toHaveLength(10)
    const { cases } = await services.moderationQueue(people.moderator)
    expect(cases).toMatchObject([{ id: caseId, voices: 10, kind: 'flags', due: { tone: 'ok' } }])
  })

  it('[Y1] [Y2] [Y4] are made once, not on one’s own, and not in a storm', async () => {
    const { deps, flag, services, people, thing } = await moderationWorld()
    await flag()
    expect((await refusal(flag())).code).toBe('conflict')
    expect((await refusal(flag(people.outsider))).code).toBe('conflict')
    expect((await refusal(flag(people.commenter, 'other'))).field).toBe('words')
    expect((await refusal(flag(people.commenter, 'ugly'))).field).toBe('reason')
    expect((await refusal(services.flagThing(null, { thing, reason: 'spam' }))).code).toBe('signed-out')
    expect((await refusal(flag({ ...people.commenter, actorId: 'nobody' }))).code).toBe('signed-out')
    const bot = await createArguer(deps, 'Bot')
    const { threadId } = await moderationThread(services, people)
    for (let i = 0; i < 5; i += 1) {
      const one = await services.postContribution(people.outsider, { threadId, type: 'note', text: `Words ${i}.` })
      await services.flagThing(bot, { thing: `contribution/${one.id}`, reason: 'spam' })
    }
    const last = await services.postContribution(people.outsider, { threadId, type: 'note', text: 'More.' })
    const over = await refusal(services.flagThing(bot, { thing: `contribution/${last.id}`, reason: 'spam' }))
    expect(over).toMatchObject({ code: 'too-many' })
    expect(over.detail).toContain('widens')
  })

  it('[Y3] of what was kept wait a week, unless it says something else since', async () => {
    const { deps, flag, services, people, threadId, contributionId, second } = await moderationWorld()
    const keep = { seen: '1', act: 'keep', reason: 'in-order', words: 'It is a quotation.' }
    const { caseId } = await flag()
    await services.decideCase(people.moderator, { caseId, ...keep })
    expect((await refusal(flag(people.commenter))).code).toBe('conflict')
    deps.setNow(deps.now() + 60_000)
    await services.editContribution(people.outsider, { contributionId, text: 'Quite other words.' })
    const { caseId: next } = await flag()
    expect(next).not.toBe(caseId)
    expect((await refusal(flag())).code).toBe('conflict')
    await services.decideCase(second, { ...keep, caseId: next })
    deps.setNow(deps.now() + 7 * day)
    await flag()
    const links = Array.from({ length: 6 }, (_, n) => `https://${n}.example`).join(' ')
    const newcomer = await createArguer(deps, 'Jo New')
    const post = await services.postContribution(newcomer, { threadId, type: 'note', text: 'Hello.' })
    const edit = services.editContribution(newcomer, { contributionId: post.id, text: links })
    expect(await refusal(edit)).toMatchObject({ code: 'bad-input', field: 'text' })
  })

  it('[Y2] of what one may not read find nothing', async () => {
    const { services, people, draftId } = await moderationWorld()
    expect(
      (await refusal(services.flagThing(people.outsider, { thing: `draft/${draftId}`, reason: 'spam' }))).code,
    ).toBe('not-found')
    await services.flagThing(people.commenter, { thing: `draft/${draftId}`, reason: 'spam' })
  })
})

async function moderationThread(
  services: ReturnType<typeof createServices>,
  people: { outsider: Parameters<typeof services.openThread>[0] },
) {
  const entry = { kind: 'strategy', slug: 'lab-pause' } as const
  const { id } = await services.openThread(people.outsider, { entry, kind: 'general', place: 'entry', title: 'Other' })
  return { threadId: id }
}

describe('deciding', () => {
  it('[Y7] two who decide at once: one does, the other is told so', async () => {
    const { flag, services, people, second, hide } = await moderationWorld()
    const { caseId } = await flag()
    const both = await Promise.allSettled([
      services.decideCase(people.moderator, { caseId, seen: '1', ...hide }),
      services.decideCase(second, { caseId, seen: '1', ...hide, act: 'keep', reason: 'in-order' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find(({ status }) => status === 'rejected')
    expect(lost).toMatchObject({ reason: { code: 'conflict', status: 409 } })
  })

  it('[Y7] a case that changed, or that another has claimed, is not decided unseen', async () => {
    const { flag, services, people, second, hide } = await moderationWorld()
    const { caseId } = await flag()
    await flag(people.commenter)
    expect((await refusal(services.decideCase(second, { caseId, seen: '1', ...hide }))).code).toBe('conflict')
    await services.claimCase(people.moderator, { caseId })
    expect((await refusal(services.claimCase(second, { caseId }))).code).toBe('conflict')
    expect((await refusal(services.decideCase(second, { caseId, seen: '3', ...hide }))).detail).toContain('Farid')
    await services.releaseCase(people.moderator, { caseId })
    await services.decideCase(second, { caseId, seen: '4', ...hide })
  })

  it('[Y6] nobody decides their own matter', async () => {
    const { deps, services, people, second, threadId, hide } = await moderationWorld()
    const own = await services.postContribution(people.moderator, { threadId, type: 'note', text: 'Mine.' })
    const { caseId } = await services.flagThing(second, { thing: `contribution/${own.id}`, reason: 'spam' })
    for (const who of [people.moderator, second]) {
      expect((await refusal(services.decideCase(who, { caseId, seen: '1', ...hide }))).code).toBe('not-allowed')
      expect((await services.casePage(who, caseId)).conflict).not.toBeNull()
    }
    const third = await createArguer(deps, 'Ines', 'moderator')
    expect((await refusal(services.decideCase(people.owner, { caseId, seen: '1', ...hide }))).code).toBe('not-allowed')
    await services.decideCase(third, { caseId, seen: '1', ...hide })
  })

  it('[Y5] asks for an act that fits, a reason that goes with it, and words', async () => {
    const { flag, services, people } = await moderationWorld()
    const { caseId } = await flag()
    const decide = (input: { act?: string; reason?: string; words?: string; days?: string; minutes?: string }) =>
      refusal(
        services.decideCase(people.moderator, {
          caseId,
          seen: '1',
          act: 'hide',
          reason: 'spam',
          words: 'So.',
          ...input,
        }),
      )
    expect(await decide({ act: 'burn' })).toMatchObject({ field: 'act' })
    expect(await decide({ reason: 'in-order' })).toMatchObject({ field: 'reason' })
    expect(await decide({ act: 'keep' })).toMatchObject({ field: 'reason' })
    expect(await decide({ words: ' ' })).toMatchObject({ field: 'words' })
    expect(await decide({ act: 'suspend', days: '0' })).toMatchObject({ field: 'days' })
    expect(await decide({ act: 'slow', minutes: '7' })).toMatchObject({ field: 'minutes' })
  })

  it('[Y10] lock and slow down', async () => {
    const { deps, flag, services, people, threadId } = await moderationWorld()
    const { caseId } = await flag()
    await services.decideCase(people.moderator, {
      ...{ caseId, seen: '1', act: 'slow', reason: 'off-topic', words: 'Slowly.', minutes: '15' },
    })
    const post = () => services.postContribution(people.outsider, { threadId, type: 'note', text: 'Again.' })
    expect(await refusal(post())).toMatchObject({ code: 'too-many' })
    deps.setNow(deps.now() + 15 * 60_000)
    await post()
    expect(await refusal(post())).toMatchObject({ code: 'too-many' })
    await services.postContribution(people.owner, { threadId, type: 'note', text: 'Others go on.' })

    const { caseId: next } = await services.flagThing(people.owner, {
      thing: `thread/${threadId}`,
      reason: 'off-topic',
    })
    await services.decideCase(people.moderator, {
      ...{ caseId: next, seen: '1', act: 'lock', reason: 'off-topic', words: 'Enough.' },
    })
    expect(
      await refusal(services.postContribution(people.owner, { threadId, type: 'note', text: 'No.' })),
    ).toMatchObject({ code: 'not-allowed' })
    expect((await threadPage(deps, people.owner, threadId)).thread.locked).toBe(true)
  })
})

describe('an appeal', () => {
  it('[Y12] [Y13] [Y14] is made once by the author, decided by another, and undoes what was done', async () => {
    const { deps, flag, services, people, second, hide, threadId } = await moderationWorld()
    const { caseId } = await flag()
    await services.decideCase(people.moderator, { caseId, seen: '1', ...hide, act: 'suspend', days: '7' })
    const text = 'It was a quotation.'
    const suspended = { ...people.outsider, suspended: true }
    expect((await refusal(services.appealDecision(people.owner, { caseId, text }))).code).toBe('not-found')
    expect((await refusal(services.appealDecision(suspended, { caseId, text: '' }))).field).toBe('text')
    await services.appealDecision(suspended, { caseId, text })
    expect((await refusal(services.appealDecision(suspended, { caseId, text }))).code).toBe('conflict')

    const seen = String((await findCase(deps.store.read, caseId))?.revision)
    const answer = { caseId, seen, outcome: 'reversed', words: 'You are right.' }
    expect((await refusal(services.decideAppeal(people.moderator, answer))).code).toBe('not-allowed')
    await services.decideAppeal(second, answer)
    expect((await refusal(services.decideAppeal(second, answer))).code).toBe('conflict')
    const [shown] = (await threadPage(deps, null, threadId)).groups.flatMap((group) => group.shown)
    expect(shown).toMatchObject({ hidden: null, text: expect.stringContaining('fools') })
    await services.postContribution(people.outsider, { threadId, type: 'note', text: 'Back again.' })
  })

  it('[Y11] [Y12] the author is told without a name, also while suspended; late is too late', async () => {
    const { deps, flag, services, people, hide, threadId } = await moderationWorld()
    const { caseId } = await flag()
    await services.decideCase(people.moderator, { caseId, seen: '1', ...hide, act: 'suspend', days: '30' })
    const page = await services.ownCasePage({ ...people.outsider, suspended: true }, caseId)
    expect(page).toMatchObject({
      mayAppeal: true,
      decided: { by: null, act: 'suspend' },
      text: expect.stringContaining('fools'),
    })
    expect((await services.ownCases({ ...people.outsider, suspended: true })).cases).toMatchObject([{ id: caseId }])
    const again = await services.postContribution(people.commenter, { threadId, type: 'note', text: 'Fools.' })
    const next = await services.flagThing(people.owner, { thing: `contribution/${again.id}`, reason: 'attack' })
    await services.decideCase(people.moderator, { ...hide, caseId: next.caseId, seen: '1' })
    const box = JSON.stringify(await services.inboxPage(people.commenter, 'watching'))
    expect(box).toContain(`/cases/${next.caseId}`)
    expect(box).not.toContain('Farid')
    deps.setNow(deps.now() + 14 * day)
    expect((await refusal(services.appealDecision(people.outsider, { caseId, text: 'Late.' }))).code).toBe('conflict')
  })
})

describe('decisions about one person or thread', () => {
  it('[Y14] are undone one by one', async () => {
    const { deps, services, people, second, threadId, hide } = await moderationWorld()
    const cases: string[] = []
    const decide = async (more: { act: string; days?: string }) => {
      const { id } = await services.postContribution(people.outsider, { threadId, type: 'note', text: 'Fools.' })
      const { caseId } = await services.flagThing(people.owner, { thing: `contribution/${id}`, reason: 'attack' })
      cases.push(caseId)
      return () => services.decideCase(people.moderator, { ...hide, caseId, seen: '1', ...more })
    }
    const undo = async (caseId = '') => {
      await services.appealDecision({ ...people.outsider, suspended: true }, { caseId, text: 'No.' })
      const seen = String((await findCase(deps.store.read, caseId))?.revision)
      await services.decideAppeal(second, { caseId, seen, outcome: 'reversed', words: 'Yes.' })
    }
    const until = async () => (await findStanding(deps.store.read, people.outsider.actorId))?.suspendedUntil
    const steps = [
      await decide({ act: 'suspend', days: '5' }),
      await decide({ act: 'suspend', days: '30' }),
      await decide({ act: 'suspend', days: '2' }),
      await decide({ act: 'lock' }),
      await decide({ act: 'lock' }),
    ]
    const start = deps.now()
    for (const step of steps) {
      deps.setNow(deps.now() + 1)
      await step()
    }
    const [five, thirty, two, lock, again] = cases
    expect(await until()).toBe(start + 2 + 30 * day)
    await undo(two)
    expect(await until()).toBe(start + 2 + 30 * day)
    await undo(thirty)
    expect(await until()).toBe(start + 1 + 5 * day)
    await undo(five)
    expect(await until()).toBeNull()
    const locked = async () => (await threadPage(deps, people.owner, threadId)).thread.locked
    await undo(lock)
    expect(await locked()).toBe(true)
    await undo(again)
    expect(await locked()).toBe(false)
  })
})

describe('a correction', () => {
  it('[Y21] of a person’s page is asked for with words, answered, and told to who asked', async () => {
    const { deps, services, people, second } = await moderationWorld()
    const id = deps.newId()
    await deps.store.tx(async (q) => {
      await insertEntry(q, { id, kind: 'person', slug: 'ann-lee', title: 'Ann Lee', createdAt: deps.now() })
      await q.update(entries).set({ currentVersion: 1 }).where(eq(entries.id, id))
    })
    const thing = `person/${id}`
    expect((await refusal(services.flagThing(people.reader, { thing, reason: 'false-source' }))).field).toBe('words')
    const words = 'I never said that; see my own page.'
    const { caseId } = await services.flagThing(people.reader, { thing, reason: 'false-source', words })
    const page = await services.casePage(people.moderator, caseId)
    expect(page).toMatchObject({ kind: 'correction', acts: ['keep', 'correct'] })
    await services.decideCase(second, {
      caseId,
      seen: '1',
      act: 'correct',
      reason: 'false-source',
      words: 'It will go.',
    })
    expect(await services.ownCasePage(people.reader, caseId)).toMatchObject({
      decided: { act: 'correct', words: 'It will go.' },
      mayAppeal: false,
    })
    expect(JSON.stringify(await services.inboxPage(people.reader, 'watching'))).toContain(`/cases/${caseId}`)
    expect((await refusal(services.ownCasePage(people.owner, caseId))).code).toBe('not-found')
  })
})
