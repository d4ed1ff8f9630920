import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { putSwitch } from '../../../db/queries/site-texts.ts'
import { byOperator, createToken } from '../../../server/usecases/accounts/create-token.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

async function turn(on: boolean): Promise<void> {
  const { actorId } = await server.account('admin')
  await server.deps.store.tx((q) => putSwitch(q, { key: 'read-only', on, by: actorId, at: Date.now() }))
}
beforeEach(() => turn(true))

const post = async (path: string, cookie: string, fields: Record<string, string>) =>
  fetch(server.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: server.url, cookie, accept: 'text/html' },
    redirect: 'manual',
  })

const title = 'A strategy nobody has written'

describe('[Y42] while the site is read only', () => {
  it('refuses a form, gives back what was typed, and takes it when the switch is off', async () => {
    const cookie = await server.signIn('contributor')
    const refused = await post('/drafts/new', cookie, { kind: 'strategy', title })
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain(title)
    await turn(false)
    expect((await post('/drafts/new', cookie, { kind: 'strategy', title })).status).toBe(303)
  })

  it('refuses an administrator too, except on their own pages', async () => {
    const cookie = await server.signIn('admin')
    expect((await post('/drafts/new', cookie, { kind: 'strategy', title })).status).toBe(503)
    expect((await post('/admin?index', cookie, {})).status).toBe(303)
    expect((await post('/sign-out', cookie, {})).status).toBeLessThan(400)
  })

  it('refuses the API, which goes on reading', async () => {
    const viewer = await server.account('contributor')
    const { token } = await createToken(server.deps, viewer, { name: 'read only', days: 7, sessionId: byOperator })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ kind: 'strategy', title })
    const answer = await fetch(`${server.url}/api/v1/drafts`, { method: 'POST', headers, body })
    expect([answer.status, (await answer.json()).code]).toEqual([503, 'unavailable'])
    expect((await fetch(`${server.url}/api/v1/drafts`, { headers })).status).not.toBe(503)
  })

  it('says so on every page, and reads on', async () => {
    const answer = await fetch(`${server.url}/help`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('can be read and not changed')
  })
})

describe('the check page', () => {
  it('names every line to an administrator and is closed to a moderator', async () => {
    const admin = await fetch(`${server.url}/admin`, { headers: { cookie: await server.signIn('admin') } })
    const page = await admin.text()
    for (const what of ['Database', 'Disk', 'Open documents', 'Jobs', 'Mail', 'Backup', 'Restore drill']) {
      expect(page).toContain(what)
    }
    const other = await fetch(`${server.url}/admin`, { headers: { cookie: await server.signIn('moderator') } })
    expect(other.status).toBe(403)
  })
})
