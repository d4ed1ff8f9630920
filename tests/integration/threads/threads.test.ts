import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  contributionRevisions,
  contributions,
  draftMembers,
  drafts,
  eventPrivate,
  events,
  threads,
} from '../../../db/schema.ts'
import type { Deps } from '../../../server/deps.ts'
import { deleteContribution } from '../../../server/usecases/threads/delete-contribution.ts'
import { editContribution } from '../../../server/usecases/threads/edit-contribution.ts'
import { editHeader } from '../../../server/usecases/threads/edit-header.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { postContribution } from '../../../server/usecases/threads/post-contribution.ts'
import { reopenThread } from '../../../server/usecases/threads/reopen-thread.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { threadsOf } from '../../../server/views/threads-of.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'

const words = { type: 'for', text: 'It would be seen.' }

describe('opening', () => {
  it('opens a hearing on a draft: one event, told to thread and draft, the public page untouched', async () => {
    const { deps, people, draftId, heard, recorded, revisionOf } = await argueWorld()
    const { id } = await openThread(deps, people.commenter, {
      draft: draftId,
      kind: 'falsification',
      header: { observation: 'A release is used in an attack.', unknown: 'ignored' },
    })
    const page = await threadPage(deps, people.owner, id)
    expect(page.thread).toMatchObject({
      place: 'section/falsification',
      kind: 'falsification',
      state: 'open',
      header: { observation: 'A release is used in an attack.' },
      openedBy: 'Bashir Noor',
    })
    expect(await recorded()).toEqual(['thread.opened'])
    expect(heard.map(({ topic }) => topic)).toEqual([`thread/${id}`, `draft/${draftId}`])
    expect(await revisionOf(page.subject.entryId)).toBe(0)
  })

  it('opens a thread on a published entry and moves its public revision', async () => {
    const { deps, people, published, heard, revisionOf } = await argueWorld()
    const { id } = await openThread(deps, people.outsider, {
      entry: { kind: 'strategy', slug: published.slug },
      place: 'section/bet',
      kind: 'wording',
    })
    expect(await revisionOf(published.id)).toBe(1)
    expect(heard.map(({ topic }) => topic)).toEqual([`thread/${id}`, `entry/${published.id}`])
    const page = await threadPage(deps, null, id)
    expect(page.thread.title).toBe('Wording: Bet')
    expect(page.may).toEqual({
      flag: false,
      merge: false,
      post: false,
      suggest: false,
      react: false,
      resolve: false,
      reopen: false,
      confirm: false,
    })
  })

  it('[T1] [T2] refuses a place that is not there, naming the field, and changes nothing', async () => {
    const { deps, people, draftId, recorded } = await argueWorld()
    for (const [place, kind] of [
      ['section/nothing', 'wording'],
      ['section/bet', 'falsification'],
    ]) {
      const refused = await refusal(openThread(deps, people.owner, { draft: draftId, place, kind: kind ?? '' }))
      expect(refused).toMatchObject({ code: 'bad-input', field: 'place' })
    }
    const refused = await refusal(openThread(deps, people.owner, { draft: draftId, kind: 'gossip' }))
    expect(refused).toMatchObject({ code: 'bad-input', field: 'kind' })
    expect(await deps.store.read.$count(threads)).toBe(0)
    expect(await recorded()).toEqual([])
  })

  it('[T3] has one hearing of a kind open at a time, and names it', async () => {
    const { deps, people, draftId, published } = await argueWorld()
    const hearing = { draft: draftId, kind: 'falsification', title: 'Which attack?' }
    const { id } = await openThread(deps, people.owner, hearing)
    const refused = await refusal(openThread(deps, people.commenter, hearing))
    expect(refused.code).toBe('conflict')
    expect(refused.detail).toContain('Which attack?')
    expect(refused.detail).toContain(id)

    await openThread(deps, people.owner, { ...hearing, kind: 'threshold' })
    const onEntry = { entry: { kind: 'strategy' as const, slug: published.slug }, kind: 'falsification' }
    await openThread(deps, people.outsider, onEntry)
    expect((await refusal(openThread(deps, people.owner, onEntry))).code).toBe('conflict')

    await resolveThread(deps, people.owner, { threadId: id, outcome: 'set-aside', reason: 'Too vague.' })
    await openThread(deps, people.owner, hearing)
    expect((await refusal(reopenThread(deps, people.owner, { threadId: id, reason: 'Again.' }))).code).toBe('conflict')
  })

  it('refuses who may not: signed out, outsiders, readers of the draft, readers by role', async () => {
    const { deps, people, draftId, published } = await argueWorld()
    const onDraft = { draft: draftId, kind: 'general' }
    expect((await refusal(openThread(deps, null, onDraft))).code).toBe('signed-out')
    expect((await refusal(openThread(deps, people.outsider, onDraft))).code).toBe('not-found')
    expect((await refusal(openThread(deps, people.onlooker, onDraft))).code).toBe('not-allowed')
    const onEntry = { entry: { kind: 'strategy' as const, slug: published.slug }, kind: 'general' }
    expect((await refusal(openThread(deps, people.reader, onEntry))).code).toBe('not-allowed')
    expect(await deps.store.read.$count(threads)).toBe(0)
  })

  it('knows an entry that was never published through its draft alone', async () => {
    const { deps, people, draftId } = await argueWorld()
    const [draft] = await deps.store.read.select().from(drafts).where(eq(drafts.id, draftId))
    const entry = { kind: 'strategy' as const, slug: `entry-${draft?.entryId}` }
    expect((await refusal(openThread(deps, people.owner, { entry, kind: 'general' }))).code).toBe('not-found')
    expect((await refusal(threadsOf(deps, people.owner, { entryId: draft?.entryId ?? '' }))).code).toBe('not-found')
  })
})

describe('reading', () => {
  it('hides a thread on a private draft from outsiders, and shows it to everybody once the draft is published', async () => {
    const { deps, people, draftId } = await argueWorld()
    const { id } = await openThread(deps, people.owner, { draft: draftId, kind: 'general' })
    const post = () => postContribution(deps, people.outsider, { threadId: id, ...words })
    expect((await refusal(threadPage(deps, people.outsider, id))).code).toBe('not-found')
    expect((await refusal(threadPage(deps, null, id))).code).toBe('signed-out')
    expect((await refusal(threadsOf(deps, people.outsider, { draftId }))).code).toBe('not-found')
    expect((await refusal(post())).code).toBe('not-found')
    expect((await threadPage(deps, people.onlooker, id)).may.post).toBe(false)

    await deps.store.tx(async (q) => {
      await q.update(drafts).set({ state: 'published' }).where(eq(drafts.id, draftId))
    })
    expect((await threadPage(deps, null, id)).thread.id).toBe(id)
    expect((await threadsOf(deps, null, { draftId })).total).toBe(1)
  })

  it('counts threads by place', async () => {
    const { deps, people, draftId } = await argueWorld()
    const { id } = await openThread(deps, people.owner, { draft: draftId, kind: 'wording', place: 'section/bet' })
    await openThread(deps, people.owner, { draft: draftId, kind: 'evidence', place: 'section/bet' })
    await openThread(deps, people.owner, { draft: draftId, kind: 'general' })
    await postContribution(deps, people.owner, { threadId: id, ...words })
    await resolveThread(deps, people.owner, { threadId: id, outcome: 'wording-adopted', reason: 'Clearer.' })
    const list = await threadsOf(deps, people.commenter, { draftId })
    expect(list.byPlace).toEqual({ 'section/bet': { open: 1, total: 2 }, entry: { open: 1, total: 1 } })
    expect(list.places.map(({ label }) => label)).toEqual(['The whole entry', 'Bet'])
    expect(list.threads.find((thread) => thread.id === id)).toMatchObject({ state: 'resolved', contributions: 1 })
    expect(list.threads.at(-1)?.id).toBe(id)
  })
})

async function hearing() {
  const world = await argueWorld()
  const { id } = await openThread(world.deps, world.people.owner, { draft: world.draftId, kind: 'falsification' })
  return { ...world, threadId: id }
}

describe('header', () => {
  it('[T4] [T5] changes one field, refuses an unknown one and a change from an older text', async () => {
    const { deps, people, threadId, recorded } = await hearing()
    const change = { threadId, field: 'observation' }
    expect(await editHeader(deps, people.commenter, { ...change, text: 'One', was: '' })).toEqual({ changed: true })
    expect(await editHeader(deps, people.commenter, { ...change, text: 'One', was: '' })).toEqual({ changed: false })
    const late = await refusal(editHeader(deps, people.owner, { ...change, text: 'Two', was: '' }))
    expect(late).toMatchObject({ code: 'conflict', field: 'observation' })
    expect(late.detail).toContain('One')
    await editHeader(deps, people.owner, { ...change, text: 'Two\r\nlines', was: 'One' })
    await editHeader(deps, people.owner, { ...change, text: 'Three', was: 'Two\r\nlines' })
    const unknown = editHeader(deps, people.owner, { threadId, field: 'indicator', text: 'x' })
    expect((await refusal(unknown)).code).toBe('bad-input')
    expect((await threadPage(deps, people.owner, threadId)).thread.header).toEqual({ observation: 'Three' })
    expect((await recorded()).filter((type) => type === 'thread.header-edited')).toHaveLength(3)
  })

  it('refuses a text too long, naming the field', async () => {
    const { deps, people, threadId } = await hearing()
    const refused = await refusal(editHeader(deps, people.owner, { threadId, field: 'state', text: 'x'.repeat(2_001) }))
    expect(refused).toMatchObject({ code: 'bad-input', field: 'state' })
  })
})

describe('contributions', () => {
  it('posts, answers, and tells those who listen', async () => {
    const { deps, people, draftId, threadId, heard, recorded } = await hearing()
    heard.length = 0
    const { id } = await postContribution(deps, people.owner, { threadId, ...words })
    await postContribution(deps, people.commenter, { threadId, type: 'question', text: 'By whom?', replyTo: id })
    const page = await threadPage(deps, people.owner, threadId)
    expect(page.groups.flatMap(({ shown }) => shown.map(({ depth, author, text }) => [depth, author, text]))).toEqual([
      [0, 'Ana Duarte', 'It would be seen.'],
      [1, 'Bashir Noor', 'By whom?'],
    ])
    expect(heard.map(({ topic, type }) => [topic, type])).toEqual(
      [1, 2].flatMap(() => [
        [`thread/${threadId}`, 'contribution.posted'],
        [`draft/${draftId}`, 'contribution.posted'],
      ]),
    )
    expect(await recorded()).toEqual(['thread.opened', 'contribution.posted', 'contribution.posted'])
  })

  it('keeps words out of the public payload of the record', async () => {
    const { deps, people, threadId } = await hearing()
    await postContribution(deps, people.owner, { threadId, type: 'note', text: 'Unmistakable words' })
    const rows = await deps.store.read.select({ payload: events.payload }).from(events)
    expect(JSON.stringify(rows)).not.toContain('Unmistakable')
    expect(JSON.stringify(rows)).not.toContain('Ana')
  })

  it('refuses empty and endless posts, unknown types, and strangers to the thread', async () => {
    const { deps, people, threadId } = await hearing()
    const post = (input: object) => refusal(postContribution(deps, people.owner, { threadId, ...words, ...input }))
    expect(await post({ text: ' \n\t ' })).toMatchObject({ code: 'bad-input', field: 'text' })
    const long = await post({ text: 'x'.repeat(100_000) })
    expect(long).toMatchObject({ code: 'bad-input', field: 'text' })
    expect(long.detail).toContain('20000')
    expect(await post({ type: 'joke' })).toMatchObject({ code: 'bad-input', field: 'type' })
    expect((await post({ replyTo: 'nothing' })).code).toBe('not-found')
    expect((await refusal(postContribution(deps, null, { threadId, ...words }))).code).toBe('signed-out')
    expect((await refusal(postContribution(deps, people.onlooker, { threadId, ...words }))).code).toBe('not-allowed')
    expect(await deps.store.read.$count(contributions)).toBe(0)
  })

  it('asks for the rights that hold at that moment', async () => {
    const { deps, people, draftId, threadId } = await hearing()
    await deps.store.tx(async (q) => {
      await q.delete(draftMembers).where(eq(draftMembers.actorId, people.commenter.actorId))
    })
    expect((await refusal(postContribution(deps, people.commenter, { threadId, ...words }))).code).toBe('not-found')
    expect((await refusal(openThread(deps, people.commenter, { draft: draftId, kind: 'general' }))).code).toBe(
      'not-found',
    )
  })

  it('[T8] keeps earlier wordings; an edit that changes nothing makes none', async () => {
    const { deps, people, threadId } = await hearing()
    const { id } = await postContribution(deps, people.owner, { threadId, type: 'note', text: 'First' })
    deps.setNow(deps.now() + 60_000)
    await editContribution(deps, people.owner, { contributionId: id, text: 'Second' })
    await editContribution(deps, people.owner, { contributionId: id, text: 'Third' })
    expect((await editContribution(deps, people.owner, { contributionId: id, text: 'Third' })).changed).toBe(false)
    const page = await threadPage(deps, people.commenter, threadId, { history: id })
    const [shown] = page.groups[0]?.shown ?? []
    expect(shown).toMatchObject({ text: 'Third', revision: 3, mayEdit: false })
    expect(shown?.revisions?.map(({ revision, text }) => [revision, text])).toEqual([
      [1, 'First'],
      [2, 'Second'],
    ])
    const others = editContribution(deps, people.moderator, { contributionId: id, text: 'Not mine' })
    expect((await refusal(others)).code).toBe('not-allowed')
  })

  it('[T9] deleting erases every trace of the words and leaves place and answers', async () => {
    const { deps, people, threadId } = await hearing()
    const { id } = await postContribution(deps, people.commenter, { threadId, type: 'for', text: 'Secret one' })
    await editContribution(deps, people.commenter, { contributionId: id, text: 'Secret two' })
    const { id: kept } = await postContribution(deps, people.owner, { threadId, ...words, replyTo: id })
    const others = deleteContribution(deps, people.owner, { contributionId: id })
    expect((await refusal(others)).code).toBe('not-allowed')
    await deleteContribution(deps, people.moderator, { contributionId: id })

    const page = await threadPage(deps, people.owner, threadId)
    expect(page.contributions).toBe(1)
    expect(page.groups[0]?.shown.map(({ id, deleted, text }) => [id, deleted, text])).toEqual([
      [id, true, ''],
      [kept, false, 'It would be seen.'],
    ])
    expect(await deps.store.read.$count(contributionRevisions)).toBe(0)
    const leaves = await deps.store.read.select().from(eventPrivate)
    expect(JSON.stringify(leaves)).not.toContain('Secret')
    expect(JSON.stringify(leaves)).toContain('It would be seen.')

    const answer = postContribution(deps, people.owner, { threadId, ...words, replyTo: id })
    expect((await refusal(answer)).code).toBe('gone')
    expect((await refusal(editContribution(deps, people.commenter, { contributionId: id, text: 'x' }))).code).toBe(
      'gone',
    )
    expect((await refusal(deleteContribution(deps, people.commenter, { contributionId: id }))).code).toBe('gone')
  })
})

describe('resolving', () => {
  it('[T12] [T13] [T14] needs a fitting outcome and a reason, and goes back with a reason', async () => {
    const { deps, people, threadId, recorded } = await hearing()
    const resolve = (input: object, viewer = people.owner) =>
      resolveThread(deps, viewer, { threadId, outcome: 'signal-adopted', reason: 'Agreed.', ...input })
    expect(await refusal(resolve({ reason: '' }))).toMatchObject({ code: 'bad-input', field: 'reason' })
    expect(await refusal(resolve({ outcome: 'won' }))).toMatchObject({ code: 'bad-input', field: 'outcome' })
    expect(await refusal(resolve({}))).toMatchObject({ code: 'bad-input', field: 'outcome' })
    expect((await refusal(resolve({}, people.commenter))).code).toBe('not-allowed')
    await editHeader(deps, people.owner, { threadId, field: 'observation', text: 'Seen.' })
    await resolve({})
    expect((await refusal(resolve({}))).code).toBe('conflict')
    const page = await threadPage(deps, people.owner, threadId)
    expect(page.thread).toMatchObject({ state: 'resolved', outcome: 'signal-adopted', resolvedBy: 'Ana Duarte' })
    expect(page.may).toEqual({
      ...{ flag: true, merge: false, post: false, suggest: true, react: false },
      ...{ resolve: false, reopen: true, confirm: false },
    })

    expect(await refusal(reopenThread(deps, people.commenter, { threadId, reason: ' ' }))).toMatchObject({
      field: 'reason',
    })
    expect((await refusal(reopenThread(deps, people.onlooker, { threadId, reason: 'x' }))).code).toBe('not-allowed')
    await reopenThread(deps, people.commenter, { threadId, reason: 'A new case.' })
    expect((await threadPage(deps, people.owner, threadId)).thread).toMatchObject({ state: 'open', outcome: null })
    expect((await recorded()).slice(-2)).toEqual(['thread.resolved', 'thread.reopened'])
  })

  it('[T10] takes nothing while resolved but lets people delete their words', async () => {
    const { deps, people, threadId } = await hearing()
    const { id } = await postContribution(deps, people.commenter, { threadId, ...words })
    await resolveThread(deps, people.owner, { threadId, outcome: 'set-aside', reason: 'Later.' })
    expect((await refusal(postContribution(deps, people.commenter, { threadId, ...words }))).code).toBe('not-allowed')
    const edit = editContribution(deps, people.commenter, { contributionId: id, text: 'x' })
    expect((await refusal(edit)).code).toBe('not-allowed')
    expect((await refusal(editHeader(deps, people.owner, { threadId, field: 'state', text: 'x' }))).code).toBe(
      'not-allowed',
    )
    await deleteContribution(deps, people.commenter, { contributionId: id })
  })

  it('two people resolving at once: one does, the other is told', async () => {
    const { deps, people, threadId } = await hearing()
    const both = await Promise.allSettled(
      [people.owner, people.moderator].map((viewer) =>
        resolveThread(deps, viewer, { threadId, outcome: 'set-aside', reason: 'Done.' }),
      ),
    )
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })
})

describe('one transaction', () => {
  it('leaves nothing behind when the record cannot be written', async () => {
    const { deps, people, threadId, recorded } = await hearing()
    const broken: Deps = {
      ...deps,
      randomBytes: () => {
        throw new Error('no chance')
      },
    }
    await expect(postContribution(broken, people.owner, { threadId, ...words })).rejects.toThrow('no chance')
    expect(await deps.store.read.$count(contributions)).toBe(0)
    expect(await recorded()).toEqual(['thread.opened'])
  })
})
