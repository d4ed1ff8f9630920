import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { redactAttached } from '../../../db/queries/attached-sources.ts'
import { insertEntry } from '../../../db/queries/entries.ts'
import { attachedSources, contributions, eventPrivate, events, objections } from '../../../db/schema.ts'
import { dayOf } from '../../../domain/text/day.ts'
import { raiseObjection } from '../../../server/usecases/objections/raise-objection.ts'
import { withdrawObjection } from '../../../server/usecases/objections/withdraw-objection.ts'
import { addSource } from '../../../server/usecases/sources/add-source.ts'
import type { TypedSource } from '../../../server/usecases/sources/read-sources.ts'
import { removeSource } from '../../../server/usecases/sources/remove-source.ts'
import { deleteContribution } from '../../../server/usecases/threads/delete-contribution.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { postContribution } from '../../../server/usecases/threads/post-contribution.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { objectionsOf } from '../../../server/views/objections-of.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'
import { signalWorld } from '../../factories/signal-world.ts'

const words = { type: 'evidence', text: 'It was seen.' }
const concern = { text: 'No judge is named.', settledBy: 'Name one.' }
const page = (n = 1): TypedSource => ({
  url: `https://example.org/${n}`,
  title: `Page ${n}`,
  publisher: 'A paper',
  date: '2024-03-01',
})

async function posted(sources: readonly TypedSource[] = []) {
  const world = await argueWorld()
  const { deps, people, draftId } = world
  const { id: threadId } = await openThread(deps, people.owner, { draft: draftId, kind: 'falsification' })
  const post = (typed: readonly TypedSource[], by = people.commenter) =>
    postContribution(deps, by, { threadId, ...words, sources: typed })
  const { id } = await post(sources)
  const shown = async (viewer = people.owner, contributionId = id) =>
    (await threadPage(deps, viewer, threadId)).groups
      .flatMap((group) => group.shown)
      .find((item) => item.id === contributionId)?.sources
  const add = (typed: readonly TypedSource[], viewer: Parameters<typeof addSource>[1] = people.commenter) =>
    addSource(deps, viewer, { owner: { contributionId: id }, sources: typed })
  return { ...world, threadId, id, post, shown, add }
}

/** What the record still keeps of sources beside the chain. */
async function leaves({ deps }: Awaited<ReturnType<typeof argueWorld>>) {
  return deps.store.read
    .select({ payload: eventPrivate.payload })
    .from(eventPrivate)
    .innerJoin(events, eq(events.seq, eventPrivate.seq))
    .where(eq(events.type, 'source.attached'))
}

describe('a source of a contribution', () => {
  it('[T24] [T26] comes with it or is added by its author, shown to who may read the thread', async () => {
    const world = await posted([page(1)])
    const { deps, people, shown, add, heard, recorded, threadId } = world
    heard.length = 0
    await add([{ ...page(2), status: 'contested', archiveHash: 'AB'.repeat(32) }])
    expect(heard.map(({ topic, type }) => [topic.split('/')[0], type])).toEqual([
      ['thread', 'source.attached'],
      ['draft', 'source.attached'],
    ])
    expect(await recorded()).toEqual(['thread.opened', 'contribution.posted', 'source.attached', 'source.attached'])
    expect(await shown(people.onlooker)).toMatchObject([
      { title: 'Page 1', href: 'https://example.org/1', publisher: 'A paper', date: '2024-03-01', archiveHash: '' },
      { title: 'Page 2', status: { id: 'contested' }, archiveHash: 'ab'.repeat(32) },
    ])
    expect((await shown())?.[0]?.status).toMatchObject({ id: 'unverified', label: 'Unverified' })
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'source.attached'))
    expect(JSON.stringify(event?.payload)).not.toContain('example')
    expect((await refusal(threadPage(deps, people.outsider, threadId))).code).toBe('not-found')
  })

  it('[T26] is added by the author alone', async () => {
    const { deps, people, add, id } = await posted()
    expect((await refusal(add([page()], null))).code).toBe('signed-out')
    expect((await refusal(add([page()], people.outsider))).code).toBe('not-found')
    for (const other of [people.owner, people.onlooker, people.moderator]) {
      expect((await refusal(add([page()], other))).code).toBe('not-allowed')
    }
    expect(await deps.store.read.$count(attachedSources)).toBe(0)
    await deps.store.tx((q) =>
      q.update(contributions).set({ authorId: people.owner.actorId }).where(eq(contributions.id, id)),
    )
    expect((await refusal(add([page()]))).code).toBe('not-allowed')
  })

  it('[T24] [T25] is refused field by field, and nothing is posted with a bad one', async () => {
    const { deps, add, post } = await posted()
    const before = await deps.store.read.$count(contributions)
    const wrong: [TypedSource, string][] = [
      [{ ...page(), url: 'javascript:alert(1)' }, 'url'],
      [{ ...page(), url: 'data:text/html,x' }, 'url'],
      [{ ...page(), url: '' }, 'url'],
      [{ ...page(), title: ' ' }, 'title'],
      [{ ...page(), title: 'x'.repeat(201) }, 'title'],
      [{ ...page(), publisher: '' }, 'publisher'],
      [{ ...page(), date: '2024-02-31' }, 'date'],
      [{ ...page(), date: dayOf(deps.now() + 3 * 86_400_000) }, 'date'],
      [{ ...page(), status: 'true' }, 'status'],
      [{ ...page(), archiveHash: 'abc' }, 'archiveHash'],
      [{ entry: 'no-such-source' }, 'entry'],
      [{ ...page(), entry: 'no-such-source' }, 'entry'],
    ]
    for (const [source, field] of wrong) {
      expect(await refusal(add([source]))).toMatchObject({ code: 'bad-input', field: `sources.0.${field}` })
      const refused = await refusal(post([page(9), source]))
      expect(refused).toMatchObject({ code: 'bad-input', field: `sources.1.${field}` })
    }
    expect(await refusal(add([]))).toMatchObject({ code: 'bad-input', field: 'sources.0.url' })
    expect(await deps.store.read.$count(contributions)).toBe(before)
    expect(await deps.store.read.$count(attachedSources)).toBe(0)
  })

  it('[T24] [T25] five at most, and one page once', async () => {
    const { add, post, shown } = await posted([1, 2, 3].map(page))
    expect(await refusal(add([page(2)]))).toMatchObject({ code: 'bad-input', field: 'sources.0.url' })
    await add([page(4), page(5)])
    expect(await refusal(add([page(6)]))).toMatchObject({ code: 'bad-input', field: 'sources.0.url' })
    expect((await shown())?.map(({ title }) => title)).toEqual(['Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5'])
    expect(await refusal(post([1, 2, 3, 4, 5, 6].map(page)))).toMatchObject({ code: 'bad-input', field: 'sources' })
    expect(await refusal(post([page(1), page(1)]))).toMatchObject({ field: 'sources.1.url' })
  })

  it('[T24] may be a source entry of the atlas, and then says what that entry says', async () => {
    const { deps, people } = await signalWorld()
    const slug = 'open-source-ai-must-win-news'
    const { id: threadId } = await openThread(deps, people.ana, {
      entry: { kind: 'strategy', slug: 'pause' },
      kind: 'general',
    })
    const posting = { threadId, ...words, sources: [{ entry: slug, status: 'advocacy' }] }
    const { id } = await postContribution(deps, people.ana, posting)
    const { groups, nameable } = await threadPage(deps, people.ana, threadId)
    expect(nameable.map((one) => one.slug)).toContain(slug)
    expect(groups[0]?.shown[0]?.sources).toMatchObject([
      {
        ours: true,
        href: `/sources/${slug}`,
        title: 'Advocacy group urges open source AI as civilizational infrastructure',
        status: { id: 'advocacy', label: 'Advocacy' },
      },
    ])
    const again = addSource(deps, people.ana, { owner: { contributionId: id }, sources: [{ entry: slug }] })
    expect(await refusal(again)).toMatchObject({ code: 'bad-input', field: 'sources.0.entry' })
    await withdrawEntry(deps, people.moderator, { place: `sources/${slug}`, reason: 'It is a copy.' })
    const after = await threadPage(deps, null, threadId)
    expect(after.groups[0]?.shown[0]?.sources).toMatchObject([{ ours: true, href: null }])
  })

  it('[T24] is no entry that nobody has published', async () => {
    const { deps, add } = await posted()
    const draftOnly = { id: deps.newId(), kind: 'source' as const, slug: 'never-published', title: 'Never published' }
    await deps.store.tx((q) => insertEntry(q, { ...draftOnly, createdAt: deps.now() }))
    expect(await refusal(add([{ entry: draftOnly.slug }]))).toMatchObject({ field: 'sources.0.entry' })
  })

  it('[T26] is removed for good by the author or a moderator, also once the thread is resolved', async () => {
    const world = await posted([page(1), page(2)])
    const { deps, people, shown, add, threadId, recorded } = world
    const [first, second] = (await shown()) ?? []
    const remove = (sourceId = '', viewer = people.commenter) => removeSource(deps, viewer, { sourceId })
    expect((await refusal(remove(first?.id, people.owner))).code).toBe('not-allowed')
    expect((await refusal(remove(first?.id, people.outsider))).code).toBe('not-found')
    await remove(first?.id)
    expect((await refusal(remove(first?.id))).code).toBe('gone')
    expect((await leaves(world)).map(({ payload }) => payload.title)).toEqual(['Page 2'])
    await resolveThread(deps, people.owner, { threadId, outcome: 'set-aside', reason: 'Said.' })
    expect(await refusal(add([page(3)]))).toMatchObject({
      code: 'not-allowed',
      detail: expect.stringMatching(/resolved/),
    })
    await remove(second?.id, people.moderator)
    expect(await shown()).toEqual([])
    expect(await leaves(world)).toEqual([])
    expect((await recorded()).slice(-3)).toEqual(['source.removed', 'thread.resolved', 'source.removed'])
  })

  it('[T26] goes with its contribution, in the record too', async () => {
    const world = await posted([page(1)])
    const { deps, people, id, add } = world
    await world.post([page(2)])
    await deleteContribution(deps, people.commenter, { contributionId: id })
    expect((await leaves(world)).map(({ payload }) => payload.title)).toEqual(['Page 2'])
    expect(await deps.store.read.$count(attachedSources)).toBe(1)
    expect((await refusal(add([page(3)]))).code).toBe('gone')
  })
})

describe('words that are removed for good', () => {
  it('leave the sources of the argument and of the objections too', async () => {
    const { deps, people, draftId, shown } = await posted([page(1), { ...page(2), publisher: 'Marigold Tunnel' }])
    const sources = [{ ...page(3), url: 'https://example.org/marigold-tunnel' }, page(4)]
    await raiseObjection(deps, people.commenter, { draftId, ...concern, sources })
    await deps.store.tx((q) => redactAttached(q, draftId, (text) => /marigold.tunnel/i.test(text)))
    expect((await shown())?.map(({ title }) => title)).toEqual(['Page 1'])
    const { objections: all } = await objectionsOf(deps, people.owner, { draftId })
    expect(all[0]?.sources.map(({ title }) => title)).toEqual(['Page 4'])
  })
})

describe('a source of an objection', () => {
  it('[T27] comes with one that is raised in the open, and its owner changes it while it is open', async () => {
    const { deps, people, draftId } = await argueWorld()
    const { id: objectionId } = await raiseObjection(deps, people.commenter, { draftId, ...concern, sources: [page()] })
    const shown = async (viewer = people.onlooker) => (await objectionsOf(deps, viewer, { draftId })).objections[0]
    const add = (n: number, viewer = people.commenter) =>
      addSource(deps, viewer, { owner: { objectionId }, sources: [page(n)] })
    expect(await shown()).toMatchObject({ mayCite: false, sources: [{ title: 'Page 1' }] })
    expect((await shown(people.commenter))?.mayCite).toBe(true)
    await add(2)
    for (const other of [people.owner, people.moderator, people.onlooker]) {
      expect((await refusal(add(3, other))).code).toBe('not-allowed')
      const sourceId = (await shown())?.sources[0]?.id ?? ''
      expect((await refusal(removeSource(deps, other, { sourceId }))).code).toBe('not-allowed')
    }
    expect((await refusal(add(3, people.outsider))).code).toBe('not-found')
    await removeSource(deps, people.commenter, { sourceId: (await shown())?.sources[0]?.id ?? '' })
    expect((await shown())?.sources.map(({ title }) => title)).toEqual(['Page 2'])
    await withdrawObjection(deps, people.commenter, { objectionId })
    expect((await refusal(add(3))).code).toBe('not-allowed')
    const sourceId = (await shown())?.sources[0]?.id ?? ''
    expect((await refusal(removeSource(deps, people.commenter, { sourceId }))).code).toBe('not-allowed')
  })

  it('[T27] is not raised with a bad source', async () => {
    const { deps, people, draftId } = await argueWorld()
    const sources = [{ ...page(), url: 'ftp://example.org' }]
    const refused = await refusal(raiseObjection(deps, people.commenter, { draftId, ...concern, sources }))
    expect(refused).toMatchObject({ code: 'bad-input', field: 'sources.0.url' })
    expect(await deps.store.read.$count(objections)).toBe(0)
  })

  it('[T27] is not added to one that is sealed with a vote, not by its owner either', async () => {
    const { deps, people, draftId } = await argueWorld()
    const { id: objectionId } = await raiseObjection(deps, people.commenter, { draftId, ...concern })
    await deps.store.tx((q) => q.update(objections).set({ sealed: true }).where(eq(objections.id, objectionId)))
    const add = (viewer = people.commenter) => addSource(deps, viewer, { owner: { objectionId }, sources: [page()] })
    expect(await refusal(add())).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(/sealed/) })
    expect((await refusal(add(people.owner))).code).toBe('not-found')
    expect((await objectionsOf(deps, people.commenter, { draftId })).objections[0]?.mayCite).toBe(false)
    expect(await deps.store.read.$count(attachedSources)).toBe(0)
  })
})
