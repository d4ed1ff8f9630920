import { existsSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { replaceSection } from '../../../collab/replace-section.ts'
import { listAnchorsOfThread, listDraftPassages } from '../../../db/queries/anchors.ts'
import { anchors, entries, threads } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { redactDraft } from '../../../server/usecases/drafts/redact-draft.ts'
import type { OpenThread } from '../../../server/usecases/threads/open-thread.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { publishVersion } from '../../../server/usecases/versions/publish-version.ts'
import { draftPage } from '../../../server/views/draft-page.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { versionPage } from '../../../server/views/version-page.ts'
import { argueWorld, refusal } from '../../factories/argue-world.ts'
import { until } from '../../factories/collab-clients.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy, revisedStrategy } from '../../factories/decided-draft.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

const opening = 'Time is what is missing, and time is what a treaty would buy.'

async function draftWorld() {
  const world = await argueWorld()
  const { deps, draftId, people } = world
  const write = (words: string | ((doc: Y.Doc) => void)) =>
    deps.collab.transact(draftId, people.owner.actorId, (doc) =>
      typeof words === 'string' ? replaceSection(doc, 'bet', words === '' ? [] : paragraph(words)) : words(doc),
    )
  await write(opening)
  const open = (by: Viewer, words: OpenThread['words'], place = 'section/bet') =>
    openThread(deps, by, { draft: draftId, place, kind: 'wording', words })
  const stateOf = async (id: string) => (await listAnchorsOfThread(deps.store.read, id))[0]?.state
  return { ...world, write, open, stateOf }
}

const textOf = async (deps: TestDeps, viewer: Viewer, id: string) => (await threadPage(deps, viewer, id)).anchor

describe('an anchor in a draft', () => {
  it('[N2] is opened by who may comment but not write, and is shown with the thread and the draft', async () => {
    const { deps, people, draftId, open } = await draftWorld()
    const { id } = await open(people.commenter, { quote: 'a  treaty\nwould', before: 'is what ', after: ' buy.' })
    expect(await textOf(deps, people.onlooker, id)).toEqual({
      quote: 'a treaty would',
      texts: [{ name: 'the draft', placed: true, href: `/drafts/${draftId}#words-${id}` }],
    })
    const { passages } = await draftPage(deps, people.onlooker, draftId)
    expect(passages).toMatchObject([{ threadId: id, section: 'bet', quote: 'a treaty would', placed: true }])
  })

  it('[N2] is shown with the newest 500 threads of the draft, oldest first', async () => {
    const { deps, people, draftId, open } = await draftWorld()
    const { id: first } = await open(people.commenter, { quote: 'a treaty would' })
    const [thread] = await deps.store.read.select().from(threads).where(eq(threads.id, first))
    const [anchor] = await listAnchorsOfThread(deps.store.read, first)
    if (!thread || !anchor) throw new Error('nothing was opened')
    const more = Array.from({ length: 500 }, (_, n) => ({ id: deps.newId(), createdAt: thread.createdAt + 1 + n }))
    await deps.store.tx(async (q) => {
      for (const own of more) {
        await q.insert(threads).values({ ...thread, ...own })
        await q.insert(anchors).values({ ...anchor, threadId: own.id })
      }
    })
    const shown = await listDraftPassages(deps.store.read, draftId)
    expect(shown.map(({ threadId }) => threadId)).toEqual(more.map(({ id }) => id))
  })

  it('[N3] is refused where words are not there, or not only there, or no words at all', async () => {
    const { people, open } = await draftWorld()
    const refused = async (words: OpenThread['words'], place?: string) => {
      const { code, detail, field } = await refusal(open(people.commenter, words, place))
      expect({ code, field }).toEqual({ code: 'bad-input', field: 'quote' })
      return detail
    }
    expect(await refused({ quote: 'a pause would' })).toMatch(/do not stand/)
    expect(await refused({ quote: 'ime is what' })).toMatch(/more than once/)
    expect(await refused({ quote: 'missing', before: 'nothing of this stood ', after: 'there, ever' })).toMatch(
      /do not stand/,
    )
    expect(await refused({ quote: '   \n' })).toMatch(/at least one/)
    expect(await refused({ quote: 'x'.repeat(601) })).toMatch(/at most 600/)
    expect(await refused({ quote: 'x'.repeat(100_000) })).toMatch(/at most 600/)
    expect(await refused({ quote: 'Time' }, 'entry')).toMatch(/text of a section/)
    expect(await refused({ quote: 'Time' }, 'field/title')).toMatch(/text of a section/)
    expect(await refused({ quote: 'Time' }, 'section/none')).toMatch(/text of a section/)
  })

  it('[N3] is refused for words that were removed meanwhile, and to who may not comment', async () => {
    const { people, write, open } = await draftWorld()
    const selected = { quote: 'missing', before: 'Time is what is ', after: ', and time is what a treaty' }
    expect(await refusal(open(people.onlooker, selected))).toMatchObject({ code: 'not-allowed' })
    expect(await refusal(open(people.outsider, selected))).toMatchObject({ code: 'not-found' })
    await write('Time is money.')
    expect(await refusal(open(people.commenter, selected))).toMatchObject({ code: 'bad-input', field: 'quote' })
  })

  it('[N7] [N11] follows its words, says when they go, and is placed when they come back', async () => {
    const { deps, people, heard, write, open, stateOf } = await draftWorld()
    const { id } = await open(people.commenter, { quote: 'what a treaty would buy' })
    await write(`It may be said at the start: ${opening} And more.`)
    await until('the new context', async () => {
      await write(`It may be said at the start: ${opening} And more after it.`)
      return (await stateOf(id)) === 'placed'
    })
    await write('Time is what is missing.')
    await until('orphaned', async () => (await stateOf(id)) === 'orphaned')
    expect(heard).toContainEqual({ topic: `thread/${id}`, type: 'anchor.moved', id })
    expect((await textOf(deps, people.onlooker, id))?.texts).toMatchObject([{ placed: false }])
    await write(opening)
    await until('placed again', async () => (await stateOf(id)) === 'placed')
    const [row] = await listAnchorsOfThread(deps.store.read, id)
    expect(row).toMatchObject({ before: opening.slice(38 - 32 - 1, 37), docSeq: expect.any(Number) })
  })

  it('[N10] never goes to a lookalike that stands beside its words', async () => {
    const { people, write, open, stateOf } = await draftWorld()
    const same = 'It is certain that the very same words stand here twice.'
    await write((doc) => replaceSection(doc, 'bet', [...paragraph(same), ...paragraph('Between.'), ...paragraph(same)]))
    const { id } = await open(people.commenter, {
      quote: 'the very same words',
      before: 'Between. It is certain that ',
      after: ' stand here twice.',
    })
    await write((doc) => replaceSection(doc, 'bet', [...paragraph(same), ...paragraph('Between.')]))
    await until('orphaned', async () => (await stateOf(id)) === 'orphaned')
    await write((doc) => replaceSection(doc, 'bet', [...paragraph(same), ...paragraph('Between. It stays so.')]))
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(await stateOf(id)).toBe('orphaned')
  })

  it('[N6] [N13] that is orphaned is not placed on a lookalike by a redaction', async () => {
    const { deps, people, draftId, write, open, stateOf } = await draftWorld()
    const same = 'The very same sentence stands here twice, word for word.'
    const secret = 'Marigold-Tunnel-7741'
    const texts = (...all: string[]) =>
      write((doc) =>
        replaceSection(
          doc,
          'bet',
          all.flatMap((one) => paragraph(one)),
        ),
      )
    await texts(same, `The key is ${secret}.`, same)
    const { id } = await open(people.commenter, { quote: same, before: '', after: ' The key is' })
    await texts(`The key is ${secret}.`, same)
    await until('orphaned', async () => (await stateOf(id)) === 'orphaned')
    await redactDraft(deps, people.moderator, { draftId, words: secret, reason: 'A real key.' })
    expect(await listAnchorsOfThread(deps.store.read, id)).toMatchObject([
      { state: 'orphaned', quote: same, start: null, generation: 2 },
    ])
    await texts('The key is [removed]. And more.', same)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(await stateOf(id)).toBe('orphaned')
  })

  it('[N13] [N15] loses the words that a redaction removes, and follows those that stay', async () => {
    const { deps, people, draftId, write, open, stateOf } = await draftWorld()
    const secret = 'Marigold-Tunnel-7741'
    await write(`The key is ${secret}, they say. ${opening}`)
    const { id: kept } = await open(people.commenter, { quote: 'a treaty would buy' })
    const { id: beside } = await open(people.commenter, { quote: 'they say' })
    const { id: touched } = await open(people.commenter, { quote: `is ${secret}` })
    const { id: cutInto } = await open(people.commenter, { quote: 'Tunnel-7741, they' })
    await redactDraft(deps, people.moderator, { draftId, words: secret, reason: 'A real key.' })
    const [quotes, states] = [[] as string[], [] as unknown[]]
    for (const id of [kept, beside, touched, cutInto]) {
      const [row] = await listAnchorsOfThread(deps.store.read, id)
      quotes.push(row?.quote ?? '')
      states.push([row?.state, row?.generation])
      expect(JSON.stringify(row)).not.toMatch(/Marigold|Tunnel|7741/i)
    }
    expect(quotes).toEqual(['a treaty would buy', 'they say', 'is [removed]', '[removed]'])
    expect(states).toEqual([
      ['placed', 2],
      ['placed', 2],
      ['placed', 2],
      ['orphaned', 2],
    ])
    const files = ['', '-wal'].map((end) => `${deps.env.databaseFile}${end}`).filter((file) => existsSync(file))
    expect(files.map((file) => readFileSync(file).toString('latin1')).join()).not.toContain('Tunnel-7741')
    // What was found in the new document is followed in it.
    await write('Nothing is left.')
    await until('orphaned', async () => (await stateOf(kept)) === 'orphaned')
    await redactDraft(deps, people.moderator, { draftId, section: 'bet', reason: 'All of it.' })
    expect(await listAnchorsOfThread(deps.store.read, kept)).toMatchObject([
      { quote: '[removed]', before: '', after: '' },
    ])
  })
})

describe('an anchor on a published version', () => {
  async function publishedWorld() {
    const deps = testDeps()
    const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
    const owner = await anAccount(deps, 'contributor', 'Owen Reid')
    const reader = await anAccount(deps, 'reader', 'Rosa Lind')
    const entryId = await anEntry(deps, moderator, completeStrategy, 'rate-limited-ai')
    const entry = { kind: 'strategy' as const, slug: 'rate-limited-ai' }
    return { deps, moderator, owner, reader, entryId, entry }
  }

  it('[N3] [N14] is looked up in the next version, by its words alone', async () => {
    const { deps, moderator, owner, reader, entryId, entry } = await publishedWorld()
    const on = (quote: string, section: string) =>
      openThread(deps, owner, { entry, place: `section/${section}`, kind: 'wording', words: { quote } })
    expect(
      await refusal(
        openThread(deps, reader, { entry, kind: 'wording', place: 'section/bet', words: { quote: 'steps' } }),
      ),
    ).toMatchObject({ code: 'not-allowed' })
    expect(await refusal(on('nothing of it', 'bet'))).toMatchObject({ code: 'bad-input', field: 'quote' })
    const { id: stays } = await on('leave time to notice', 'bet')
    const { id: goes } = await on('A capped system', 'falsification')
    expect((await versionPage(deps, null, { ...entry, n: '1' })).passages).toMatchObject([
      { threadId: stays, placed: true, offset: 13 },
      { threadId: goes, placed: true, offset: 0 },
    ])

    const draft = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1, content: revisedStrategy })
    const onDraft = (quote: string, section: string) =>
      openThread(deps, owner, { draft: draft.draftId, place: `section/${section}`, kind: 'wording', words: { quote } })
    const { id: argued } = await onDraft('Three capped systems', 'falsification')
    await deps.collab.transact(draft.draftId, owner.actorId, (doc) =>
      replaceSection(doc, 'mechanism', paragraph('Written after the ballot.')),
    )
    const { id: later } = await onDraft('after the ballot', 'mechanism')
    await publishVersion(deps, moderator, { draftId: draft.draftId, note: 'Stricter.' })

    const { passages } = await versionPage(deps, null, { ...entry, n: '2' })
    const states = Object.fromEntries(passages.map(({ threadId, placed }) => [threadId, placed]))
    expect(states).toEqual({ [stays]: true, [goes]: false, [argued]: true, [later]: false })
    expect((await threadPage(deps, null, goes)).anchor).toEqual({
      quote: 'A capped system',
      texts: [
        { name: 'version 1', placed: true, href: `/strategies/rate-limited-ai/v/1#words-${goes}` },
        { name: 'the current version', placed: false, href: `/strategies/rate-limited-ai#words-${goes}` },
      ],
    })
    expect((await threadPage(deps, null, argued)).anchor?.texts).toMatchObject([
      { name: 'the draft', placed: true },
      { name: 'the current version', placed: true },
    ])
  })

  it('[N3] is refused where a version is published while the words are looked for, and for no version at all', async () => {
    const { deps, owner, entryId, entry } = await publishedWorld()
    const words = { quote: 'leave time to notice' }
    const open = (by: TestDeps, version?: number) =>
      openThread(by, owner, { entry, version, place: 'section/bet', kind: 'wording', words })
    for (const version of [0, -1, 1.5, Number.NaN]) {
      expect(await refusal(open(deps, version))).toMatchObject({ code: 'bad-input', field: 'version' })
    }
    const published: TestDeps['store']['tx'] = async (work) => {
      await deps.store.tx((q) => q.update(entries).set({ currentVersion: 2 }).where(eq(entries.id, entryId)))
      return deps.store.tx(work)
    }
    const late = { ...deps, store: { ...deps.store, tx: published } }
    expect(await refusal(open(late))).toMatchObject({ code: 'conflict', field: 'quote' })
    expect(await deps.store.read.$count(threads)).toBe(0)
  })

  it('[N6] [N14] that is orphaned in the draft is orphaned in the version, whatever reads like its words', async () => {
    const { deps, moderator, owner, entryId, entry } = await publishedWorld()
    const same = 'The very same sentence stands here twice, word for word.'
    const content = {
      ...revisedStrategy,
      sections: {
        ...revisedStrategy.sections,
        mechanism: [...paragraph('Between.'), ...paragraph(same)],
      },
    }
    const { draftId } = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1, content })
    const write = (...all: string[]) =>
      deps.collab.transact(draftId, owner.actorId, (doc) =>
        replaceSection(
          doc,
          'mechanism',
          all.flatMap((one) => paragraph(one)),
        ),
      )
    await write(same, 'Between.', same)
    const words = { quote: same, before: '', after: ' Between.' }
    const { id } = await openThread(deps, owner, { draft: draftId, place: 'section/mechanism', kind: 'wording', words })
    const states = async () =>
      (await listAnchorsOfThread(deps.store.read, id)).map(({ version, state }) => [version, state])
    await write('Between.', same)
    await until('orphaned', async () => (await states())[0]?.[1] === 'orphaned')
    await publishVersion(deps, moderator, { draftId, note: 'Stricter.' })
    expect(await states()).toEqual([
      [0, 'orphaned'],
      [2, 'orphaned'],
    ])
    const { passages } = await versionPage(deps, null, { ...entry, n: '2' })
    expect(passages).toMatchObject([{ threadId: id, placed: false, offset: null }])
  })

  it('[N14] on an old version is also looked up in the current one', async () => {
    const { deps, moderator, owner, entryId, entry } = await publishedWorld()
    const draft = await aDecidedDraft(deps, { owner, entryId, baseVersion: 1, content: revisedStrategy })
    await publishVersion(deps, moderator, { draftId: draft.draftId, note: 'Stricter.' })
    const on = (quote: string, version: number) =>
      openThread(deps, owner, { entry, version, place: 'section/falsification', kind: 'wording', words: { quote } })
    expect(await refusal(on('Three capped systems', 1))).toMatchObject({ code: 'bad-input', field: 'quote' })
    const { id } = await on('the harm that the cap was meant to prevent', 1)
    expect((await listAnchorsOfThread(deps.store.read, id)).map(({ version, state }) => [version, state])).toEqual([
      [2, 'placed'],
      [1, 'placed'],
    ])
    const [thread] = await deps.store.read.select().from(threads).where(eq(threads.id, id))
    expect(thread?.version).toBe(1)
  })
})
