import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { passkeys, users } from '../../../db/schema.ts'
import { requireFresh } from '../../../server/accounts/require-fresh.ts'
import { accountServices } from '../../../server/services/account.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { makeAccount, sessionOf } from '../../factories/accounts.ts'
import { testDeps } from '../../factories/test-deps.ts'

const visitor = { sessionId: null, address: '192.0.2.1', device: 'Firefox on Linux', secure: false }
const ada = { email: 'ada@example.org', name: 'Ada', password: 'a lot of horses' }

async function signedUp() {
  const deps = testDeps()
  const services = accountServices(deps)
  await services.signUp({ ...ada, visitor })
  const { cookie } = await services.signIn({ ...ada, visitor })
  const signedIn = await viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string })
  if (!signedIn) throw new Error('not signed in')
  return { deps, services, cookie, ...signedIn }
}

describe('an old password', () => {
  it('[A3] is good for nothing once it was changed, also where it is being checked at that moment', async () => {
    const { deps, services, viewer, sessionId } = await signedUp()
    const own = { ...visitor, sessionId }
    const tx = deps.store.tx
    /** Changes the password after it was checked, before anything comes of it. */
    const meanwhile = (passwordHash: string) => {
      deps.store.tx = async (work) => {
        deps.store.tx = tx
        await tx((q) => q.update(users).set({ passwordHash }).where(eq(users.actorId, viewer.actorId)))
        return tx(work)
      }
    }
    const [account] = await deps.store.read.select().from(users)
    const change = { current: ada.password, password: 'quite another one', sessionId }
    const attempts = [
      () => services.signIn({ ...ada, visitor }),
      () => services.proveSelf(viewer, { password: ada.password, visitor: own }),
      () => services.changePassword(viewer, change),
    ]
    for (const attempt of attempts) {
      meanwhile('another hash')
      await expect(attempt()).rejects.toMatchObject({ code: 'bad-input' })
      await tx((q) => q.update(users).set({ passwordHash: account?.passwordHash ?? null }))
    }
    await services.revokeSessions(viewer, { sessionId: sessionId ?? '' })
    for (const attempt of attempts.slice(1)) await expect(attempt()).rejects.toMatchObject({ code: 'signed-out' })
  })
})

describe('a fresh proof', () => {
  it('[A14] holds for ten minutes after signing in with a password, on that session alone', async () => {
    const { deps, services, viewer, sessionId } = await signedUp()
    const make = (id: string | null) => services.createToken(viewer, { name: 'x', days: 7, sessionId: id })
    await expect(make(sessionId)).resolves.toMatchObject({ token: expect.any(String) })
    const other = await sessionOf(deps, viewer, { fresh: false })
    await expect(make(other.sessionId)).rejects.toMatchObject({ code: 'not-fresh', status: 403 })
    await expect(make(null)).rejects.toMatchObject({ code: 'not-fresh' })
    deps.setNow(deps.now() + 10 * 60_000)
    await expect(make(sessionId)).resolves.toMatchObject({ token: expect.any(String) })
    deps.setNow(deps.now() + 1)
    await expect(make(sessionId)).rejects.toMatchObject({ code: 'not-fresh' })
  })

  it('[A14] is given with the password, renews the token and ends the old one', async () => {
    const { deps, services, viewer, cookie, sessionId } = await signedUp()
    deps.setNow(deps.now() + 11 * 60_000)
    const own = { ...visitor, sessionId }
    await expect(services.proveSelf(viewer, { password: 'something else', visitor: own })).rejects.toMatchObject({
      field: 'password',
    })
    expect(await services.proofPage(viewer, own)).toMatchObject({ fresh: false, hasPassword: true })
    const renewed = await services.proveSelf(viewer, { password: ada.password, visitor: own })
    expect(await viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string })).toBeNull()
    const now = await viewerOfCookie(deps, { cookie: renewed.cookie.split(';')[0] as string })
    expect(await services.proofPage(viewer, { sessionId: now?.sessionId ?? null })).toMatchObject({ fresh: true })
  })

  it('[A14] is asked for before a passkey is removed', async () => {
    const { deps, services, viewer, sessionId } = await signedUp()
    const key = { id: 'laptop', actorId: viewer.actorId, name: 'Laptop', publicKey: 'x', counter: 0, transports: [] }
    await deps.store.tx((q) => q.insert(passkeys).values({ ...key, createdAt: deps.now(), lastUsedAt: null }))
    const stale = await sessionOf(deps, viewer, { fresh: false })
    const remove = (id: string | null) => services.removePasskey(viewer, { id: key.id, sessionId: id })
    await expect(remove(stale.sessionId)).rejects.toMatchObject({ code: 'not-fresh' })
    expect(await deps.store.read.select().from(passkeys)).toHaveLength(1)
    await remove(sessionId)
    expect(await deps.store.read.select().from(passkeys)).toEqual([])
  })

  it('[A14] is nobody else’s: a session of another account proves nothing', async () => {
    const { deps, viewer } = await signedUp()
    const other = await sessionOf(deps, await makeAccount(deps))
    const asking = { actorId: viewer.actorId, sessionId: other.sessionId, now: deps.now() }
    await expect(requireFresh(deps.store.read, asking)).rejects.toMatchObject({ code: 'not-fresh' })
  })

  it('[A7] is limited like signing in', async () => {
    const { services, viewer, sessionId } = await signedUp()
    const guess = () => services.proveSelf(viewer, { password: 'a guess', visitor: { ...visitor, sessionId } })
    for (let n = 0; n < 5; n++) await expect(guess()).rejects.toMatchObject({ field: 'password' })
    await expect(guess()).rejects.toMatchObject({ code: 'too-many' })
  })
})
