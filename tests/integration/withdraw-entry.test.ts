import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSearchCurrent } from '../../db/queries/search-texts.ts'
import { checkRecord } from '../../server/usecases/record/check-record.ts'
import { openThread } from '../../server/usecases/threads/open-thread.ts'
import { postContribution } from '../../server/usecases/threads/post-contribution.ts'
import { withdrawEntry } from '../../server/usecases/versions/withdraw-entry.ts'
import type { TestServer } from '../factories/test-server.ts'
import { startTestServer } from '../factories/test-server.ts'

const slug = 'open-source-maximalism'
const place = `strategies/${slug}`
const reason = 'It says of a living person what no source says.'

let server: TestServer
let thread: string
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const get = (path: string) => fetch(server.url + path)
const text = async (path: string) => (await get(path)).text()

describe('[P10] [P11] a withdrawn entry', () => {
  it('is withdrawn by moderators only, with a reason', async () => {
    const contributor = await server.account('contributor')
    const opened = await openThread(server.deps, contributor, {
      entry: { kind: 'strategy', slug },
      place: 'section/bet',
      kind: 'wording',
      title: 'About a quokka',
    })
    thread = opened.id
    await postContribution(server.deps, contributor, { threadId: thread, type: 'note', text: 'The quokka would know.' })
    expect(await text('/search?q=quokka')).toContain(`/threads/${thread}`)
    const moderator = await server.account('moderator')
    await expect(withdrawEntry(server.deps, null, { place, reason })).rejects.toMatchObject({ code: 'signed-out' })
    await expect(withdrawEntry(server.deps, contributor, { place, reason })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(withdrawEntry(server.deps, moderator, { place, reason: ' ' })).rejects.toMatchObject({
      code: 'bad-input',
      field: 'reason',
    })
    expect((await get(`/${place}`)).status).toBe(200)
    const cookie = await server.signIn('moderator')
    const page = await (await fetch(`${server.url}/${place}`, { headers: { Cookie: cookie } })).text()
    expect(page).toContain(`/moderation/withdraw?entry=${place}`)
    const form = await fetch(`${server.url}/moderation/withdraw?entry=${place}`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: server.url },
      body: new URLSearchParams({ entry: place, reason }),
      redirect: 'manual',
    })
    expect(form.status).toBe(302)
    expect(form.headers.get('location')).toBe(`/${place}/history`)
    await expect(withdrawEntry(server.deps, moderator, { place, reason })).rejects.toMatchObject({ code: 'gone' })
  })

  it('answers 410 with what it was and why, to people and programs', async () => {
    for (const ending of ['', '.json', '.md', '.bib', '.jsonld', '/feed.xml']) {
      const answer = await get(`/${place}${ending}`)
      expect([ending, answer.status]).toEqual([ending, 410])
      const words = await answer.text()
      expect(words).toContain(reason)
      expect(words).toContain('Open source maximalism')
    }
    expect((await get(`/api/v1/entries/strategy/${slug}`)).status).toBe(410)
    const page = await text(`/${place}`)
    expect(page).toContain(`href="/${place}/history"`)
    expect((await get(`/${place}/v/1`)).status).toBe(200)
    expect((await get(`/${place}/v/2`)).status).toBe(410)
    expect(await text(`/${place}/history`)).toContain(reason)
  })

  it('is in no list, relation, search, feed or map of the site', async () => {
    const link = `/${place}"`
    const pages = ['/', '/strategies', '/matrix', '/levers/concentration', '/axes', '/sitemap.xml', '/feed.xml']
    const about = ['/search?q=open+source+maximalism', '/people/yann-lecun', '/concepts/open-source-agi', '/portfolio']
    const others = ['/sources/open-source-ai-must-win-news', '/strategies/compute-governance', '/map', '/compare']
    for (const path of [...pages, ...about, ...others]) {
      const answer = await get(path)
      expect([path, answer.status]).toEqual([path, 200])
      const words = await answer.text()
      expect([path, words.includes(link), words.includes(`/${place}<`)]).toEqual([path, false, false])
    }
    const list = (await (await get('/api/v1/entries?kind=strategy')).json()) as { items: { id: string }[] }
    expect(list.items.map(({ id }) => id)).not.toContain(slug)
  })

  it('takes its threads out of search, and its history says so', async () => {
    expect(await text('/search?q=quokka')).not.toContain('/threads/')
    expect(await isSearchCurrent(server.deps.store.read)).toBe(true)
    expect((await get(`/threads/${thread}`)).status).toBe(200)
    const history = await text(`/${place}/history`)
    expect(history).toContain('Not in the atlas now')
    expect(history).not.toContain('● Current')
    expect(history).not.toContain(`/${place}/v/2"`)
    expect(await text(`/${place}/v/1`)).toContain('The entry was withdrawn later.')
  })

  it('is told in a record that still checks', async () => {
    const record = await text('/record?type=version.withdrawn')
    expect(record).toContain('withdrew an entry, with a reason')
    expect(record).not.toContain(reason)
    const report = await checkRecord(server.deps)
    expect(report.fault).toBeNull()
  })
})
