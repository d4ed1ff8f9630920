import { eq } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { events, sessions, users } from '../../../db/schema.ts'
import { accountServices } from '../../../server/services/account.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { makeAccount, sessionOf } from '../../factories/accounts.ts'
import { testDeps } from '../../factories/test-deps.ts'

const visitor = { sessionId: null, address: '192.0.2.1', device: 'Firefox on Linux', secure: false }
const ada = { email: 'Ada@Example.org ', name: 'Ada', password: 'a lot of horses', visitor }

function site(overrides: Record<string, string> = {}) {
  const deps = testDeps(overrides)
  const who = async (cookie: string) =>
    (await viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string }))?.viewer ?? null
  return { deps, services: accountServices(deps), who }
}

describe('signing up', () => {
  it('makes a contributor who can sign in, and records it without name or mail', async () => {
    const { deps, services, who } = site()
    await services.signUp(ada)
    const { cookie } = await services.signIn({ email: 'ada@example.org', password: ada.password, visitor })
    expect(await who(cookie)).toMatchObject({ name: 'Ada', role: 'contributor', suspended: false })
    const [event] = await deps.store.read.select().from(events).where(eq(events.type, 'actor.signed-up'))
    // Hashes and ids are in small letters, so that neither says a name by chance.
    expect(JSON.stringify(event)).not.toMatch(/Ada|@/)
    expect(event?.leafHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('[A6] answers a taken e-mail like a free one and changes nothing', async () => {
    const { deps, services } = site()
    await services.signUp(ada)
    const before = await deps.store.read.select().from(users)
    expect(await services.signUp({ ...ada, name: 'Mallory', password: 'other words here' })).toBeUndefined()
    expect(await deps.store.read.select().from(users)).toEqual(before)
    await expect(services.signIn({ ...ada, password: 'other words here' })).rejects.toMatchObject({ code: 'bad-input' })
  })

  it.each([
    ['email', { email: 'nobody' }],
    ['email', { email: 'x@demo.invalid' }],
    ['email', { email: `${'a'.repeat(250)}@example.org` }],
    ['name', { name: '  ' }],
    ['name', { name: 'n'.repeat(81) }],
    ['password', { password: 'short' }],
    ['password', { password: 'password123' }],
  ])('names the field %s when it is wrong: %j', async (field, wrong) => {
    const { deps, services } = site()
    await expect(services.signUp({ ...ada, ...wrong })).rejects.toMatchObject({ code: 'bad-input', field })
    expect(await deps.store.read.select().from(users).where(eq(users.email, 'ada@example.org'))).toEqual([])
  })
})

describe('signing in', () => {
  it('[A6] says the same for a wrong password, an unknown e-mail and an account without password', async () => {
    const { deps, services } = site()
    await services.signUp(ada)
    await makeAccount(deps, { email: 'none@example.org' })
    const tries = [
      { email: 'ada@example.org', password: 'wrong password' },
      { email: 'nobody@example.org', password: 'wrong password' },
      { email: 'none@example.org', password: 'wrong password' },
    ]
    const said = await Promise.all(tries.map((one) => services.signIn({ ...one, visitor }).catch((error) => error)))
    for (const error of said) expect(error).toMatchObject({ code: 'bad-input', detail: said[0].detail })
  })

  // Times of a busy machine are tried again; a difference that is there stays.
  it('[A6] takes about as long for an unknown e-mail', { retry: 3 }, async () => {
    const { services } = site()
    await services.signUp(ada)
    const time = async (email: string, n: number) => {
      const start = performance.now()
      await services
        .signIn({ email, password: 'wrong password', visitor: { ...visitor, address: `192.0.2.${n}` } })
        .catch(() => undefined)
      return performance.now() - start
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number
    await time('warm@example.org', 1)
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 5; i++) {
      known.push(await time('ada@example.org', i))
      unknown.push(await time(`nobody${i}@example.org`, i))
    }
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.5)
  })

  it('[A1] stores the hash of the token only', async () => {
    const { deps, services } = site()
    await services.signUp(ada)
    const { cookie } = await services.signIn({ ...ada })
    const token = /^folkmoot=([\w-]{43});/.exec(cookie)?.[1]
    expect(token).toBeDefined()
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000$/)
    expect(JSON.stringify(await deps.store.read.select().from(sessions))).not.toContain(token)
  })

  it('uses the __Host- cookie on https', async () => {
    const { services } = site()
    await services.signUp(ada)
    const { cookie } = await services.signIn({ ...ada, visitor: { ...visitor, secure: true } })
    expect(cookie).toMatch(/^__Host-folkmoot=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
  })

  it('believes no plain cookie where the site is on https', async () => {
    const { deps, services } = site({ PUBLIC_URL: 'https://folkmoot.example' })
    await services.signUp(ada)
    const { cookie } = await services.signIn({ ...ada })
    expect(await viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string })).toBeNull()
  })

  it('[A2] makes a new token each time and ends the session that the browser had', async () => {
    const { deps, services, who } = site()
    await services.signUp(ada)
    const first = await services.signIn({ ...ada })
    const session = await viewerOfCookie(deps, { cookie: first.cookie.split(';')[0] as string })
    const second = await services.signIn({ ...ada, visitor: { ...visitor, sessionId: session?.sessionId ?? null } })
    expect(second.cookie).not.toBe(first.cookie)
    expect(await who(first.cookie)).toBeNull()
    expect(await who(second.cookie)).not.toBeNull()
  })

  it('[A2] never adopts a token that the browser brought along', async () => {
    const { services, who } = site()
    await services.signUp(ada)
    const planted = 'folkmoot=planted-by-somebody-else-0000000000000000000'
    expect(await who(planted)).toBeNull()
    await services.signIn({ ...ada })
    expect(await who(planted)).toBeNull()
  })

  it('[A7] five failed attempts for an e-mail, then a refusal that says when to come back', async () => {
    const { services } = site()
    await services.signUp(ada)
    const attempt = (n: number) =>
      services.signIn({ ...ada, password: 'wrong password', visitor: { ...visitor, address: `198.51.100.${n}` } })
    for (let n = 0; n < 5; n++) await expect(attempt(n)).rejects.toMatchObject({ code: 'bad-input' })
    const refused = await attempt(6).catch((error) => error)
    expect(refused).toMatchObject({ code: 'too-many', status: 429 })
    expect(refused.retryAfter).toBeGreaterThan(0)
    expect(refused.detail).toContain(`Wait ${refused.retryAfter} second`)
    await expect(services.signIn({ ...ada })).rejects.toMatchObject({ code: 'too-many' })
  })

  it('[A7] twenty failed attempts from one network, whatever the e-mails; successes do not count', async () => {
    const { services } = site()
    await services.signUp(ada)
    for (let n = 0; n < 6; n++) await services.signIn({ ...ada })
    const attempt = (n: number) => services.signIn({ email: `x${n}@example.org`, password: 'wrong password', visitor })
    for (let n = 0; n < 20; n++) await expect(attempt(n)).rejects.toMatchObject({ code: 'bad-input' })
    await expect(attempt(21)).rejects.toMatchObject({ code: 'too-many' })
  })
})

describe('demo accounts', () => {
  it('[A8] one click signs in while demo mode is on', async () => {
    const { deps, services, who } = site()
    const { actorId } = await makeAccount(deps, { email: 'someone@demo.invalid', role: 'moderator' })
    const { cookie } = await services.signInAsDemo({ actorId, visitor })
    expect(await who(cookie)).toMatchObject({ role: 'moderator' })
    expect(cookie).toContain(`Max-Age=${7 * 86_400}`)
  })

  it('[A8] no other account can be entered that way', async () => {
    const { deps, services } = site()
    const { actorId } = await makeAccount(deps, { email: 'someone@example.org' })
    await expect(services.signInAsDemo({ actorId, visitor })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('[A8] with demo mode off they count for nobody', async () => {
    const { deps, services, who } = site()
    const { actorId } = await makeAccount(deps, { email: 'someone@demo.invalid' })
    const { cookie } = await services.signInAsDemo({ actorId, visitor })
    deps.env.demo = false
    expect(await who(cookie)).toBeNull()
    await expect(services.signInAsDemo({ actorId, visitor })).rejects.toMatchObject({ code: 'not-found' })
    expect((await services.signInPage()).people).toEqual([])
  })
})

describe('sessions', () => {
  it('[A4] end when they are not used, and are kept alive by use up to the end', async () => {
    const { deps, services, who } = site()
    const { renewSession } = await import('../../../server/accounts/renew-session.ts')
    const start = deps.now()
    const day = 86_400_000
    await services.signUp(ada)
    const { cookie } = await services.signIn({ ...ada })
    const headers = { cookie: cookie.split(';')[0] as string }
    for (let days = 13; days < 90; days += 13) {
      deps.setNow(start + days * day)
      const session = await viewerOfCookie(deps, headers)
      expect(session, `day ${days}`).not.toBeNull()
      if (session) await renewSession(deps, session, session.viewer.role)
    }
    deps.setNow(start + 90 * day - 1)
    expect(await who(cookie)).not.toBeNull()
    deps.setNow(start + 90 * day)
    expect(await who(cookie)).toBeNull()
  })

  it('[A3] sign-out, revoking and a new password end them and ask open sockets again', async () => {
    const { deps, services, who } = site()
    const reauthorise = vi.spyOn(deps.collab, 'reauthorise')
    await services.signUp(ada)
    const cookies = await Promise.all([1, 2, 3, 4].map(async () => (await services.signIn({ ...ada })).cookie))
    const [own = '', other = '', third = '', fourth = ''] = cookies
    const session = async (cookie: string) => viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string })
    const me = await session(own)
    const viewer = me?.viewer ?? null
    const sessionId = me?.sessionId ?? null

    await services.revokeSessions(viewer, { sessionId: (await session(other))?.sessionId ?? '' })
    expect([await who(other), (await who(own))?.name]).toEqual([null, 'Ada'])
    expect(reauthorise).toHaveBeenLastCalledWith({ actorId: viewer?.actorId })

    const change = { current: ada.password, password: 'quite another one', sessionId }
    await services.changePassword(viewer, change)
    expect([await who(third), await who(fourth), (await who(own))?.name]).toEqual([null, null, 'Ada'])
    expect(reauthorise).toHaveBeenCalledTimes(2)
    await expect(services.signIn({ ...ada })).rejects.toMatchObject({ code: 'bad-input' })

    const { cookie } = await services.signOut(viewer, { ...visitor, sessionId })
    expect(cookie).toMatch(/^folkmoot=; .*Max-Age=0/)
    expect(await who(own)).toBeNull()
    expect(reauthorise).toHaveBeenCalledTimes(3)
  })

  it('nobody can end a session of somebody else', async () => {
    const { deps, services, who } = site()
    await services.signUp(ada)
    const { cookie } = await services.signIn({ ...ada })
    const id = (await viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string }))?.sessionId ?? ''
    expect(await services.revokeSessions(await makeAccount(deps), { sessionId: id })).toEqual({ ended: 0 })
    expect(await who(cookie)).not.toBeNull()
  })

  it('a new password needs the present one, with a limit on guessing', async () => {
    const { services, who } = site()
    await services.signUp(ada)
    const viewer = await who((await services.signIn({ ...ada })).cookie)
    const guess = () =>
      services.changePassword(viewer, { current: 'guess', password: 'brand new words', sessionId: null })
    for (let n = 0; n < 5; n++) await expect(guess()).rejects.toMatchObject({ field: 'current' })
    await expect(guess()).rejects.toMatchObject({ code: 'too-many' })
  })
})

describe('API tokens', () => {
  it('[A10] are shown once, stored as a hash, expire and can be revoked by their owner alone', async () => {
    const { deps, services } = site()
    const { viewerOfToken } = await import('../../../server/viewer.ts')
    const { apiTokens } = await import('../../../db/schema.ts')
    const owner = await makeAccount(deps)
    const { sessionId } = await sessionOf(deps, owner)
    const { id, token, expiresAt } = await services.createToken(owner, { name: 'Import', days: 7, sessionId })
    expect(JSON.stringify(await deps.store.read.select().from(apiTokens))).not.toContain(token)
    expect(await viewerOfToken(deps, token)).toMatchObject({ actorId: owner.actorId })
    await expect(services.revokeToken(await makeAccount(deps), { tokenId: id })).rejects.toMatchObject({ status: 404 })
    expect(await viewerOfToken(deps, token)).not.toBeNull()
    deps.setNow(expiresAt)
    expect(await viewerOfToken(deps, token)).toBeNull()
    deps.setNow(expiresAt - 1)
    await services.revokeToken(owner, { tokenId: id })
    expect(await viewerOfToken(deps, token)).toBeNull()
  })

  it('readers and suspended members make none', async () => {
    const { deps, services } = site()
    const reader = await makeAccount(deps, { role: 'reader' })
    const suspended = { ...(await makeAccount(deps)), suspended: true }
    for (const viewer of [reader, suspended]) {
      await expect(services.createToken(viewer, { name: 'x', days: 7, sessionId: null })).rejects.toMatchObject({
        status: 403,
      })
    }
    await expect(services.createToken(null, { name: 'x', days: 7, sessionId: null })).rejects.toMatchObject({
      status: 401,
    })
  })
})
