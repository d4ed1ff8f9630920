import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPreferences } from '../../../db/queries/preferences.ts'
import { sessions, users } from '../../../db/schema.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

/** What somebody would add to a form who hopes that it is written as it comes. */
const hopes = (actorId: string) => ({
  role: 'admin',
  actorId,
  viewer: actorId,
  id: actorId,
  suspendedAt: '',
  emailConfirmedAt: '1',
  passwordHash: 'x',
  freshAt: '99999999999999',
  expiresAt: '99999999999999',
  lastStep: '0',
  confirmedAt: '1',
  counter: '0',
  __proto__: 'x',
  constructor: 'x',
  'users.role': 'admin',
  'user[role]': 'admin',
})

const forms: readonly [string, Record<string, string>][] = [
  ['/account', { intent: 'change-name', name: 'Priya Ramaswamy' }],
  ['/account', { intent: 'change-password', current: 'wrong words', password: 'brand new words' }],
  ['/account', { intent: 'create-token', tokenName: 'x', days: '7' }],
  ['/account', { intent: 'revoke-session', session: 'none' }],
  ['/account/profile', { bio: 'Words.', orcid: '' }],
  ['/account/reading', { theme: 'auto', textSize: 'normal', motion: 'auto', shortcuts: 'on', timeZone: '' }],
  ['/account/security', { intent: 'email', email: 'else@example.org' }],
  ['/account/security', { intent: 'confirm-factor', code: '000000' }],
  ['/account/security', { intent: 'remove-passkey', passkey: 'none' }],
  ['/account/security', { intent: 'admin' }],
  ['/account/data', { intent: 'copy' }],
  ['/account/data', { intent: 'delete', email: 'admin@demo.invalid' }],
  ['/account/data/copy', { copy: 'none', form: 'json' }],
  ['/account/confirm', { password: 'wrong words' }],
  ['/sign-in/code', { code: '000000' }],
  ['/sign-in/link', { intent: 'reset', email: 'nobody@example.org' }],
]

describe('no form of an account makes more of anybody', () => {
  it.each(forms)('%s %j takes its own fields and nothing else', async (path, fields) => {
    const { actorId } = await server.account('reviewer')
    const admin = await server.account('admin')
    const cookie = await server.signIn('reviewer')
    const q = server.deps.store.read
    const before = await q.select().from(users)
    const open = await q.select().from(sessions)
    const body = new URLSearchParams({ ...hopes(admin.actorId), ...fields })
    const headers = { Cookie: cookie, Origin: server.url }
    const answer = await fetch(server.url + path, { method: 'POST', body, headers, redirect: 'manual' })
    expect(answer.status).toBeLessThan(500)
    expect(await q.select().from(users)).toEqual(before)
    expect((await server.account('reviewer')).role).toBe('reviewer')
    // Nobody else is signed out, or in, by it.
    const after = await q.select().from(sessions)
    const others = (rows: typeof open) => rows.filter((row) => row.actorId !== actorId)
    expect(others(after)).toEqual(others(open))
    expect(await findPreferences(q, admin.actorId)).toEqual(await findPreferences(q, 'nobody'))
  })

  it.each(forms.map(([path, fields]) => [path, fields.intent ?? ''] as const))(
    '%s %s answers nobody who comes from another site',
    async (path, intent) => {
      const cookie = await server.signIn('reviewer')
      const headers = { Cookie: cookie, Origin: 'https://evil.example' }
      const body = new URLSearchParams({ intent })
      expect((await fetch(server.url + path, { method: 'POST', body, headers, redirect: 'manual' })).status).toBe(403)
    },
  )
})
