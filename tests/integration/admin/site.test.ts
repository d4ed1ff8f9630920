import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listEventsAfter } from '../../../db/queries/record.ts'
import { isSwitchedOn, readSiteText } from '../../../db/queries/site-texts.ts'
import { siteTextKeys, usualTexts } from '../../../domain/site/texts.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount } from '../../factories/accounts.ts'
import { testDeps } from '../../factories/test-deps.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

async function world() {
  const deps = testDeps()
  const services = createServices(deps)
  const admin = await makeAccount(deps, { role: 'admin', name: 'Zora' })
  const said = async (key: string) => (await services.adminSite(admin)).texts.find((one) => one.key === key)
  const events = () => listEventsAfter(deps.store.read, 0, 50)
  return { deps, services, admin, said, events }
}

describe('texts of the site', () => {
  it('[Y40] [Y44] say what is usual until an admin words them, within their limits', async () => {
    const { services, admin, said } = await world()
    for (const key of siteTextKeys) expect(await said(key)).toMatchObject({ text: usualTexts[key], changed: null })
    const word = (key: string, text: string, seen = '') => services.wordText(admin, { key, text, seen })
    await word('site-name', '  The  \n atlas ')
    expect(await said('site-name')).toMatchObject({ text: 'The atlas', changed: { by: 'Zora' } })
    await expect(word('announcement', 'x'.repeat(401))).rejects.toMatchObject({ field: 'text' })
    await expect(word('moderation-policy', ' ')).rejects.toMatchObject({ field: 'text' })
    await expect(word('logo', 'x')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('[Y45] a second admin is told that another was faster; the record holds no words', async () => {
    const { deps, services, admin, said, events } = await world()
    const other = await makeAccount(deps, { role: 'admin' })
    await services.wordText(admin, { key: 'welcome', text: 'Come in.', seen: '' })
    const late = { key: 'welcome', text: 'Hello.', seen: '' }
    await expect(services.wordText(other, late)).rejects.toMatchObject({ code: 'conflict', status: 409 })
    const seen = String((await said('welcome'))?.changed?.at)
    await services.wordText(other, { ...late, seen })
    expect(await readSiteText(deps.store.read, 'welcome')).toBe('Hello.')
    const told = (await events()).filter(({ type }) => type === 'site.text-changed')
    expect(told.map(({ payload }) => payload)).toEqual([
      { key: 'welcome', by: admin.actorId },
      { key: 'welcome', by: other.actorId },
    ])
  })

  it('are tried without being kept', async () => {
    const { services, admin, events } = await world()
    const { texts } = await services.adminSite(admin, { key: 'welcome', text: '**Hello**' })
    expect(texts.find(({ isPreview }) => isPreview)).toMatchObject({ key: 'welcome', text: '' })
    expect(await events()).toEqual([])
    await expect(services.adminSite(admin, { key: 'site-name', text: '' })).rejects.toMatchObject({ field: 'text' })
  })

  it('are for admins', async () => {
    const { deps, services } = await world()
    const moderator = await makeAccount(deps, { role: 'moderator' })
    for (const act of [
      () => services.adminSite(moderator),
      () => services.wordText(moderator, { key: 'welcome', text: 'x', seen: '' }),
      () => services.turnSwitch(moderator, { key: 'read-only', on: 'yes' }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })
})

describe('switches of the site', () => {
  it('[Y41] are off until an admin turns them, and one that stands so already says nothing to the record', async () => {
    const { deps, services, admin, events } = await world()
    const turn = (on: string) => services.turnSwitch(admin, { key: 'pre-moderation', on })
    await turn('no')
    await turn('yes')
    await turn('yes')
    expect(await isSwitchedOn(deps.store.read, 'pre-moderation')).toBe(true)
    expect((await events()).map(({ type, payload }) => [type, payload.on])).toEqual([['site.switched', true]])
    await expect(turn('maybe')).rejects.toMatchObject({ field: 'on' })
  })
})

describe('pages that all signed-out readers share', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  }, 120_000)
  afterAll(() => server.stop())

  it('[Y46] say at once what the site says: an entry, a list, the overview', async () => {
    const services = createServices(server.deps)
    const admin = await server.account('admin')
    const paths = ['/strategies/pause', '/strategies', '/', '/people/yann-lecun']
    const texts = () => Promise.all(paths.map(async (path) => (await fetch(server.url + path)).text()))
    for (const text of [...(await texts()), ...(await texts())]) expect(text).not.toContain('The reading room')
    await services.wordText(admin, { key: 'site-name', text: 'The reading room', seen: '' })
    for (const text of await texts()) expect(text).toContain('The reading room')
    await services.wordText(admin, { key: 'announcement', text: 'Closed on Sunday.', seen: '' })
    for (const text of await texts()) expect(text).toContain('Closed on Sunday.')
    await services.turnSwitch(admin, { key: 'read-only', on: 'yes' })
    for (const text of await texts()) expect(text).toContain('can be read and not changed')
    await services.turnSwitch(admin, { key: 'read-only', on: 'no' })
    for (const text of await texts()) expect(text).not.toContain('can be read and not changed')
  })
})
