import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { isSearchCurrent, rebuildSearch } from '../../db/queries/search-texts.ts'
import { entryTexts, searchState, threadTexts } from '../../db/schema.ts'
import { ensureSystemActor, importVault } from '../../server/usecases/atlas/import-vault.ts'
import { deleteContribution } from '../../server/usecases/threads/delete-contribution.ts'
import { editContribution } from '../../server/usecases/threads/edit-contribution.ts'
import { editHeader } from '../../server/usecases/threads/edit-header.ts'
import { openThread } from '../../server/usecases/threads/open-thread.ts'
import { postContribution } from '../../server/usecases/threads/post-contribution.ts'
import { publishVersion } from '../../server/usecases/versions/publish-version.ts'
import type { SearchPage } from '../../server/views/search-page.ts'
import { searchPage } from '../../server/views/search-page.ts'
import { createArguer } from '../factories/argue-world.ts'
import { aDecidedDraft, anAccount, anEntry, completeStrategy, revisedStrategy } from '../factories/decided-draft.ts'
import { createTestDraft } from '../factories/draft-world.ts'
import type { TestDeps } from '../factories/test-deps.ts'
import { testDeps } from '../factories/test-deps.ts'

async function atlas() {
  const deps = testDeps()
  await deps.store.tx((q) => ensureSystemActor(q, deps.now()))
  await importVault(deps, { folder: join(process.cwd(), 'db/seed/vault'), dryRun: false })
  return { deps, find: (q: string, more = {}) => searchPage(deps, null, { q, ...more }) }
}

const hrefs = (page: SearchPage) => page.groups.flatMap(({ shown }) => shown.map(({ href }) => href))
const says = (page: SearchPage) => JSON.stringify(page.groups)

describe('searching the atlas', () => {
  it('[S7] puts the entry whose title is the search first, and groups by kind', async () => {
    const { find } = await atlas()
    const page = await find('pause')
    expect(page.groups[0]?.id).toBe('strategy')
    expect(hrefs(page)[0]).toBe('/strategies/pause')
    expect(page.groups[0]?.shown[0]?.title).toEqual([{ text: 'Pause', hit: true }])
    const person = await find('lecun')
    expect(hrefs(person)).toContain('/people/yann-lecun')
  })

  it('[S4] leads to the panel and marks the passage', async () => {
    const { find, deps } = await atlas()
    const [row] = await deps.store.read.select().from(entryTexts).where(eq(entryTexts.anchor, 'falsification'))
    const words = (row?.body ?? '')
      .split(/[^a-z]+/i)
      .filter((word) => word.length > 4)
      .slice(0, 5)
      .join(' ')
    const hit = (await find(`${row?.title} ${words}`)).groups[0]?.shown[0]
    expect(hit?.href).toMatch(/#falsification$/)
    expect(hit?.where).toBe('Falsification signal')
    expect(hit?.passage.some((piece) => piece.hit)).toBe(true)
  })

  it('[S3] understands mistyped words and says so; shows some of the words where nothing has all', async () => {
    const { find } = await atlas()
    const mistyped = await find('goverance comptue')
    expect(mistyped.instead).toMatch(/compute/)
    expect(hrefs(mistyped).some((href) => href.startsWith('/strategies/compute-governance'))).toBe(true)
    const some = await find('moratorium xylophone')
    expect(some.some).toBe(true)
    expect(some.total).toBeGreaterThan(0)
  })

  it('offers what is spelled alike where nothing is found', async () => {
    const { find } = await atlas()
    const page = await find('Pauxxe')
    expect(page.total).toBe(0)
    expect(page.nearest.map(({ href }) => href)).toContain('/strategies/pause')
    expect((await find('zzzzqqqq')).nearest).toEqual([])
  })

  it('[S1] takes anything: nothing, operators, ten thousand characters, only words to leave out', async () => {
    const { find } = await atlas()
    expect(await find('')).toMatchObject({ asked: false, total: 0 })
    expect(await find('-pause')).toMatchObject({ asked: false })
    expect(await find('compute '.repeat(1250))).toMatchObject({ cut: true, asked: true })
    for (const q of ['"', 'AND', 'NEAR(a, b)', 'title : "x', '* ^ ( ) { } + -', '\u0000compute', '%00', '<script>']) {
      expect((await find(q)).q).toBe(q)
    }
  })

  it('shows one kind page by page', async () => {
    const { find } = await atlas()
    const all = await find('the', { only: 'strategy' })
    expect(all.only).toBe('strategy')
    expect(all.groups).toHaveLength(1)
    const beyond = await find('the', { only: 'strategy', page: 99 })
    expect(beyond.page).toBe(beyond.pages)
    expect((await find('the', { only: 'nonsense' })).only).toBeNull()
  })
})

describe('[S5] search follows what happens', () => {
  async function argued() {
    const { deps, find } = await atlas()
    const person = await createArguer(deps, 'Ana Duarte')
    const { id } = await openThread(deps, person, {
      entry: { kind: 'strategy', slug: 'pause' },
      place: 'section/falsification',
      kind: 'falsification',
      header: { observation: 'A wombat stampede.' },
    })
    const post = await postContribution(deps, person, { threadId: id, type: 'for', text: 'The zebrafish would know.' })
    return { deps, find, person, id, post }
  }

  it('knows a thread and a contribution from the moment they are posted, with the way to the very words', async () => {
    const { find, id, post } = await argued()
    expect(hrefs(await find('wombat'))).toEqual([`/threads/${id}`])
    expect(hrefs(await find('zebrafish'))).toEqual([`/threads/${id}?at=${post.id}#c-${post.id}`])
  })

  it('[S6] forgets earlier wordings and deleted words', async () => {
    const { deps, find, person, id, post } = await argued()
    await editContribution(deps, person, { contributionId: post.id, text: 'The axolotl would know.' })
    expect((await find('"zebrafish"')).total).toBe(0)
    expect((await find('axolotl')).total).toBe(1)
    await editHeader(deps, person, { threadId: id, field: 'observation', text: 'A quokka stampede.' })
    expect((await find('"wombat"')).total).toBe(0)
    await deleteContribution(deps, person, { contributionId: post.id })
    expect((await find('"axolotl"')).total).toBe(0)
    expect(await deps.store.read.select().from(threadTexts).where(eq(threadTexts.contributionId, post.id))).toEqual([])
    expect(await isSearchCurrent(deps.store.read)).toBe(false)
    await deps.store.tx(rebuildSearch)
    expect(await isSearchCurrent(deps.store.read)).toBe(true)
    expect((await find('quokka')).total).toBe(1)
  })

  it('[S6] never shows the threads of a draft that is not public', async () => {
    const { deps, find } = await atlas()
    const owner = await createArguer(deps, 'Bo Lind')
    for (const visibility of ['private', 'unlisted', 'members'] as const) {
      const draft = await createTestDraft(deps, owner.person, { visibility })
      await openThread(deps, owner, { draft, kind: 'general', title: 'About the capybara' })
    }
    expect(says(await find('capybara'))).not.toMatch(/capybara/i)
    expect(says(await searchPage(deps, owner, { q: 'capybara' }))).not.toMatch(/capybara/i)
  })
})

describe('[S5] search follows publication', () => {
  async function decided(deps: TestDeps) {
    const moderator = await anAccount(deps, 'moderator', 'Mara Diaz')
    const owner = await anAccount(deps, 'contributor', 'Owen Reid')
    const entryId = await anEntry(deps, moderator, completeStrategy, 'rate-limited-ai')
    const { draftId } = await aDecidedDraft(deps, {
      owner,
      entryId,
      baseVersion: 1,
      content: revisedStrategy,
      writers: [[owner, 10]],
      votes: [[owner, 'agree']],
    })
    return { moderator, owner, draftId }
  }

  it('knows a version and the argument of its draft once it is published, not before, and not the version before', async () => {
    const deps = testDeps()
    const { moderator, owner, draftId } = await decided(deps)
    const find = (q: string) => searchPage(deps, null, { q })
    const { id } = await openThread(deps, owner, { draft: draftId, kind: 'general', title: 'Why three' })
    await postContribution(deps, owner, { threadId: id, type: 'note', text: 'Because of the pangolin.' })
    expect((await find('"three capped systems"')).total).toBe(0)
    expect((await find('pangolin')).total).toBe(0)
    await publishVersion(deps, moderator, { draftId, note: 'Three.' })
    expect(hrefs(await find('"three capped systems"'))).toEqual(['/strategies/rate-limited-ai#falsification'])
    expect((await find('"a capped system does"')).total).toBe(0)
    expect((await find('pangolin')).total).toBe(1)
  })

  it('is in step with a rebuild, which an old form asks for', async () => {
    const { deps } = await atlas()
    const texts = () =>
      deps.store.read.select({ e: entryTexts.entryId, a: entryTexts.anchor, b: entryTexts.body }).from(entryTexts)
    const order = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort()
    const before = order(await texts())
    await deps.store.tx(rebuildSearch)
    expect(order(await texts())).toEqual(before)
    expect(await isSearchCurrent(deps.store.read)).toBe(true)
    await deps.store.tx((q) => q.update(searchState).set({ format: 0 }))
    expect(await isSearchCurrent(deps.store.read)).toBe(false)
  })
})
