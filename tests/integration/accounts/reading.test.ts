import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPreferences, usualPreferences } from '../../../db/queries/preferences.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const usual = { theme: 'auto', textSize: 'normal', motion: 'auto', shortcuts: 'on', timeZone: '' }

async function choose(cookie: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ ...usual, ...fields })
  const headers = { Cookie: cookie, Origin: server.url }
  return fetch(`${server.url}/account/reading`, { method: 'POST', body, headers, redirect: 'manual' })
}

const page = async (path: string, cookie = '') =>
  (await fetch(server.url + path, { headers: { Cookie: cookie } })).text()

describe('how somebody reads', () => {
  it('[A13] holds on the first paint of their pages, and on no signed-out page', async () => {
    const before = await page('/strategies/pause')
    const cookie = await server.signIn('contributor')
    const chosen = { theme: 'dark', textSize: 'large', motion: 'less', shortcuts: 'off', timeZone: 'Asia/Kathmandu' }
    expect((await choose(cookie, chosen)).status).toBe(303)
    const html = await page('/account', cookie)
    expect(html).toMatch(/<html lang="en" data-theme="dark" data-text="large" data-motion="less" data-shortcuts="off">/)
    expect(html).toContain('<meta name="color-scheme" content="dark"/>')
    expect(await page('/account/reading', cookie)).toMatch(/now <time[^>]*>[^<]*GMT\+5:45/)
    const after = await page('/strategies/pause')
    expect(after).toBe(before)
    expect(after).toContain('<html lang="en">')
    expect(after).not.toContain('data-theme=')
    await choose(cookie, {})
  })

  it.each([
    ['timeZone', 'Mars/Olympus'],
    ['theme', 'sepia'],
    ['textSize', 'huge" onload="x'],
    ['motion', ''],
  ])('[A13] refuses %s = %j, names the field, keeps nothing and what was typed', async (field, wrong) => {
    const cookie = await server.signIn('reviewer')
    const answer = await choose(cookie, { theme: 'dark', [field]: wrong })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('aria-invalid="true"')
    const { actorId } = await server.account('reviewer')
    expect(await findPreferences(server.deps.store.read, actorId)).toEqual(usualPreferences)
  })

  it('takes nothing from the form but its own fields', async () => {
    const cookie = await server.signIn('reviewer')
    const { actorId } = await server.account('reviewer')
    const others = {
      role: 'admin',
      actorId: (await server.account('admin')).actorId,
      digestHour: '3',
      email: 'x@y.org',
    }
    expect((await choose(cookie, { ...others, theme: 'light' })).status).toBe(303)
    expect(await findPreferences(server.deps.store.read, actorId)).toEqual({ ...usualPreferences, theme: 'light' })
    expect(await server.account('reviewer')).toMatchObject({ role: 'reviewer' })
  })
})
