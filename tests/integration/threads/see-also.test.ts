import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { contributionLinks, contributions, drafts } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { deleteContribution } from '../../../server/usecases/threads/delete-contribution.ts'
import { linkContribution } from '../../../server/usecases/threads/link-contribution.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { postContribution } from '../../../server/usecases/threads/post-contribution.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { unlinkContribution } from '../../../server/usecases/threads/unlink-contribution.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'

/** A thread on a private draft and a public one, with a contribution of Bashir in each. */
async function twoThreads() {
  const world = await argueWorld()
  const { deps, people, draftId, published } = world
  const hidden = await openThread(deps, people.owner, { draft: draftId, kind: 'general', title: 'Hidden' })
  const entry = { kind: 'strategy' as const, slug: published.slug }
  const open = await openThread(deps, people.owner, { entry, kind: 'general', title: 'Open' })
  const post = async (threadId: string, text: string, seeAlso = '', by: Viewer = people.commenter) =>
    (await postContribution(deps, by, { threadId, type: 'note', text, seeAlso })).id
  const link = (threadId: string, id: string) => `https://folkmoot.example/threads/${threadId}?at=${id}#c-${id}`
  const inside = await post(hidden.id, 'Said inside.')
  const outside = await post(open.id, 'Said outside.')
  const shown = async (threadId: string, id: string, viewer: Viewer | null) =>
    (await threadPage(deps, viewer, threadId)).groups.flatMap((group) => group.shown).find((item) => item.id === id)
  return { ...world, hidden: hidden.id, open: open.id, inside, outside, post, link, shown }
}

describe('naming another contribution', () => {
  it('[T28] [T29] stands at both ends, and is told at both', async () => {
    const { people, hidden, open, outside, post, link, shown, heard, recorded } = await twoThreads()
    heard.length = 0
    const id = await post(hidden, 'As was said there.', link(open, outside))
    expect(heard.map(({ topic }) => topic.split('/')[0])).toEqual(['thread', 'draft', 'thread', 'entry'])
    expect((await recorded()).slice(-2)).toEqual(['contribution.posted', 'contribution.linked'])
    expect(await shown(hidden, id, people.owner)).toMatchObject({
      named: [{ id: outside, threadId: open, threadTitle: 'Open', author: 'Bashir Noor', text: 'Said outside.' }],
      namedBy: [],
    })
    expect(await shown(open, outside, people.owner)).toMatchObject({
      named: [],
      namedBy: [{ id, threadId: hidden, text: 'As was said there.' }],
    })
  })

  it('[T29] is not shown to who may not read the other end', async () => {
    const { deps, people, draftId, hidden, open, inside, outside, post, link, shown } = await twoThreads()
    const id = await post(open, 'Look inside.', link(hidden, inside))
    for (const viewer of [null, people.outsider, people.moderator]) {
      const sees = viewer === people.moderator ? 1 : 0
      expect((await shown(open, id, viewer))?.named, viewer?.name).toHaveLength(sees)
    }
    await post(hidden, 'Look outside.', link(open, outside))
    expect((await shown(open, outside, people.outsider))?.namedBy).toEqual([])
    expect((await shown(open, outside, people.onlooker))?.namedBy).toHaveLength(1)
    // What was argued about a published draft is public.
    await deps.store.tx((q) => q.update(drafts).set({ state: 'published' }).where(eq(drafts.id, draftId)))
    expect((await shown(open, outside, null))?.namedBy).toHaveLength(1)
  })

  it('[T28] refuses what is no link, leads nowhere or is not open to its author, and posts nothing', async () => {
    const { deps, people, hidden, open, inside, outside, post, link } = await twoThreads()
    const before = await deps.store.read.$count(contributions)
    const bad = (seeAlso: string, by: Viewer = people.commenter) => refusal(post(open, 'Words.', seeAlso, by))
    for (const seeAlso of [
      'javascript:alert(1)',
      `/threads/${open}`,
      link(open, 'nowhere'),
      // The contribution stands in another thread than the link says.
      link(open, inside),
    ]) {
      expect(await bad(seeAlso)).toMatchObject({ code: 'bad-input', field: 'seeAlso' })
    }
    const unreadable = await bad(link(hidden, inside), people.outsider)
    expect(unreadable).toMatchObject({ code: 'bad-input', field: 'seeAlso' })
    const nowhere = await bad(link(hidden, 'nowhere'), people.outsider)
    expect(unreadable.detail.replaceAll(inside, '*')).toBe(nowhere.detail.replaceAll('nowhere', '*'))
    await deleteContribution(deps, people.commenter, { contributionId: outside })
    expect(await bad(link(open, outside))).toMatchObject({ field: 'seeAlso', detail: expect.stringMatching(/deleted/) })
    expect(await deps.store.read.$count(contributions)).toBe(before)
    expect(await deps.store.read.$count(contributionLinks)).toBe(0)
  })

  it('[T28] is added and taken back by its author, five at most, each once', async () => {
    const { deps, people, hidden, open, inside, outside, post, link, shown } = await twoThreads()
    const name = (seeAlso: string, viewer: Viewer = people.commenter) =>
      linkContribution(deps, viewer, { contributionId: outside, seeAlso })
    expect((await refusal(name(link(hidden, inside), people.owner))).code).toBe('not-allowed')
    expect(await refusal(name(''))).toMatchObject({ field: 'seeAlso' })
    expect(await refusal(name(link(open, outside)))).toMatchObject({ field: 'seeAlso' })
    const others = [inside]
    for (const n of [1, 2, 3, 4, 5]) others.push(await post(hidden, `Words ${n}.`))
    await name(
      others
        .slice(0, 5)
        .map((id) => link(hidden, id))
        .join('\n'),
    )
    expect(await refusal(name(link(hidden, inside)))).toMatchObject({
      field: 'seeAlso',
      detail: expect.stringMatching(/already/),
    })
    expect(await refusal(name(link(hidden, others[5] ?? '')))).toMatchObject({
      field: 'seeAlso',
      detail: expect.stringMatching(/at most 5/),
    })
    expect((await shown(open, outside, people.owner))?.named.map(({ id }) => id)).toEqual(others.slice(0, 5))

    const takeBack = (viewer: Viewer) => unlinkContribution(deps, viewer, { contributionId: outside, to: inside })
    expect((await refusal(takeBack(people.outsider))).code).toBe('not-allowed')
    await takeBack(people.commenter)
    expect((await refusal(takeBack(people.commenter))).code).toBe('gone')
    expect((await shown(hidden, inside, people.owner))?.namedBy).toEqual([])
    await resolveThread(deps, people.owner, { threadId: open, outcome: 'set-aside', reason: 'Said.' })
    expect(await refusal(name(link(hidden, inside)))).toMatchObject({
      code: 'not-allowed',
      detail: expect.stringMatching(/resolved/),
    })
    await unlinkContribution(deps, people.moderator, { contributionId: outside, to: others[1] ?? '' })
    expect((await shown(open, outside, people.owner))?.named).toHaveLength(3)
  })

  it('[T29] shows a deleted one as deleted; [T28] one that is deleted names none', async () => {
    const { deps, people, hidden, open, inside, outside, post, link, shown, heard } = await twoThreads()
    const id = await post(hidden, 'As was said there.', link(open, outside))
    await deleteContribution(deps, people.commenter, { contributionId: outside })
    expect((await shown(hidden, id, people.owner))?.named).toMatchObject([{ id: outside, deleted: true, text: '' }])
    const other = await post(open, 'And here.', link(hidden, inside))
    heard.length = 0
    await deleteContribution(deps, people.commenter, { contributionId: other })
    expect(heard.map(({ topic }) => topic)).toContain(`thread/${hidden}`)
    expect((await shown(hidden, inside, people.owner))?.namedBy).toEqual([])
  })
})
