import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { apiTokens, events, mails, mailTokens, users } from '../../../db/schema.ts'
import { accountServices } from '../../../server/services/account.ts'
import { viewerOfCookie, viewerOfToken } from '../../../server/viewer.ts'
import { makeAccount, makeToken, sessionOf } from '../../factories/accounts.ts'
import { sentMails } from '../../factories/sent-mails.ts'
import { testDeps } from '../../factories/test-deps.ts'

const visitor = { sessionId: null, address: '192.0.2.1', device: 'Firefox on Linux', secure: false }
const ada = { email: 'ada@example.org', name: 'Ada', password: 'a lot of horses' }

function site() {
  const deps = testDeps({ PUBLIC_URL: 'https://folkmoot.example' })
  const services = accountServices(deps)
  const who = async (cookie: string) =>
    (await viewerOfCookie(deps, { cookie: cookie.split(';')[0]?.replace(/^folkmoot=/, '__Host-folkmoot=') as string }))
      ?.viewer ?? null
  const account = async (email = ada.email) =>
    (await deps.store.read.select().from(users).where(eq(users.email, email)))[0]
  /** The token of the newest mail with such a link. */
  const tokenFor = async (kind: string) => {
    const all = (await sentMails(deps)).filter(({ text }) => text.includes(`/link/${kind}?t=`))
    const found = /\/link\/[\w-]+\?t=([\w-]{43})/.exec(all.at(-1)?.text ?? '')
    if (!found) throw new Error(`no mail with a link to ${kind}`)
    return found[1] as string
  }
  // Mails are read in the order of their time.
  const ask = (kind: string, email = ada.email) => {
    deps.setNow(deps.now() + 1000)
    return services.askForLink({ email, kind, visitor })
  }
  return { deps, services, who, account, tokenFor, ask }
}

const secure = { ...visitor, secure: true }

describe('a mailed link', () => {
  it('[A15] signs in once, not by being opened, not after ten minutes', async () => {
    const { deps, services, who, tokenFor, ask } = site()
    await services.signUp({ ...ada, visitor })
    await ask('sign-in')
    const token = await tokenFor('sign-in')
    for (let n = 0; n < 3; n++) {
      expect(await services.mailLinkPage('sign-in', token)).toEqual({ good: true, email: ada.email })
    }
    // A token of one kind is good for nothing else.
    expect(await services.mailLinkPage('reset', token)).toMatchObject({ good: false })
    await expect(services.resetPassword({ token, password: 'brand new words', visitor })).rejects.toMatchObject({
      code: 'too-late',
    })
    const { cookie } = await services.signInByLink({ token, visitor: secure })
    expect(await who(cookie)).toMatchObject({ name: 'Ada' })
    await expect(services.signInByLink({ token, visitor: secure })).rejects.toMatchObject({ code: 'too-late' })
    await ask('sign-in')
    const late = await tokenFor('sign-in')
    deps.setNow(deps.now() + 10 * 60_000)
    await expect(services.signInByLink({ token: late, visitor: secure })).rejects.toMatchObject({ code: 'too-late' })
  })

  it('[A14] proves nothing of the kind that deleting asks for', async () => {
    const { deps, services, tokenFor, ask } = site()
    await services.signUp({ ...ada, visitor })
    await ask('sign-in')
    const { cookie } = await services.signInByLink({ token: await tokenFor('sign-in'), visitor: secure })
    const signedIn = await viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string })
    expect(
      await services.securityPage(signedIn?.viewer ?? null, { sessionId: signedIn?.sessionId ?? null }),
    ).toMatchObject({
      fresh: false,
      confirmed: true,
    })
  })

  it('[A15] is stored as a hash alone, and its words are gone once it is sent', async () => {
    const { deps, services, tokenFor, ask } = site()
    await services.signUp({ ...ada, visitor })
    await ask('reset')
    const token = await tokenFor('reset')
    for (const table of [mailTokens, mails, events]) {
      expect(JSON.stringify(await deps.store.read.select().from(table))).not.toContain(token)
    }
  })

  it('[A15] two presses at once let one in', async () => {
    const { services, tokenFor, ask } = site()
    await services.signUp({ ...ada, visitor })
    await ask('sign-in')
    const token = await tokenFor('sign-in')
    const tries = await Promise.allSettled([1, 2, 3].map(() => services.signInByLink({ token, visitor: secure })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('[A6] [A7] is asked for with the same answer whether there is an account or not, and not for ever', async () => {
    const { deps, services, ask } = site()
    await services.signUp({ ...ada, visitor })
    for (const email of [ada.email, 'nobody@example.org']) {
      expect(await ask('reset', email)).toBeUndefined()
      await ask('sign-in', email)
      await ask('sign-in', email)
      await expect(ask('reset', email)).rejects.toMatchObject({ code: 'too-many', status: 429 })
    }
    const to = (await sentMails(deps)).map((mail) => mail.to)
    expect(to.some((address) => address.includes('nobody'))).toBe(false)
    await expect(ask('everything')).rejects.toMatchObject({ code: 'bad-input' })
  })

  // Times of a busy machine are tried again; a difference that is there stays.
  it('[A6] takes about as long for an unknown e-mail', { retry: 3 }, async () => {
    const { services } = site()
    const known = Array.from({ length: 9 }, (_, i) => `known${i}@example.org`)
    for (const [i, email] of known.entries()) {
      await services.signUp({ ...ada, email, visitor: { ...visitor, address: `198.51.100.${i}` } })
    }
    const time = async (email: string, i: number) => {
      const start = performance.now()
      await services.askForLink({ email, kind: 'reset', visitor: { ...visitor, address: `203.0.113.${i}` } })
      return performance.now() - start
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number
    const [a, b]: [number[], number[]] = [[], []]
    for (const [i, email] of known.entries()) {
      a.push(await time(email, i))
      b.push(await time(`un${email}`, i))
    }
    expect(Math.abs(median(a) - median(b))).toBeLessThan(10)
  })
})

describe('a new password by mail', () => {
  it('[A15] ends all sessions and tokens, keeps the link after a poor choice, and tells the owner', async () => {
    const { deps, services, who, account, tokenFor, ask } = site()
    await services.signUp({ ...ada, visitor })
    const own = await account()
    const viewer = { ...(await makeAccount(deps)), actorId: own?.actorId ?? '' }
    const { cookie } = await services.signIn({ ...ada, visitor: secure })
    const apiToken = await makeToken(deps, viewer)
    await ask('reset')
    const token = await tokenFor('reset')
    const reset = (password: string) => services.resetPassword({ token, password, visitor })
    await expect(reset('short')).rejects.toMatchObject({ field: 'password' })
    await expect(reset(ada.email)).rejects.toMatchObject({ field: 'password' })
    await reset('brand new words')
    expect(await who(cookie)).toBeNull()
    expect(await viewerOfToken(deps, apiToken)).toBeNull()
    await expect(reset('still other words')).rejects.toMatchObject({ code: 'too-late' })
    await expect(services.signIn({ ...ada, visitor })).rejects.toMatchObject({ code: 'bad-input' })
    await services.signIn({ ...ada, password: 'brand new words', visitor })
    expect((await sentMails(deps)).map(({ subject }) => subject)).toContain('Your password was changed')
    expect(await deps.store.read.select().from(apiTokens)).toMatchObject([{ revokedAt: expect.any(Number) }])
  })

  it('[A15] whoever made an account under somebody else’s address does not keep it', async () => {
    const { services, who, tokenFor, ask } = site()
    await services.signUp({ ...ada, visitor })
    const mallory = await services.signIn({ ...ada, visitor: secure })
    await ask('sign-in')
    const owner = await services.signInByLink({ token: await tokenFor('sign-in'), visitor: secure })
    expect(await who(mallory.cookie)).toBeNull()
    expect(await who(owner.cookie)).not.toBeNull()
    await expect(services.signIn({ ...ada, visitor })).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('the address of a new account', () => {
  it('[A15] is confirmed by its link, and a second try to sign up tells the owner alone', async () => {
    const { deps, services, account, tokenFor } = site()
    await services.signUp({ ...ada, visitor })
    expect((await account())?.emailConfirmedAt).toBeNull()
    const token = await tokenFor('confirm')
    // Who reads the mail, but did not make the account, makes nothing of it good.
    const eve = { ...ada, email: 'eve@example.org' }
    await services.signUp({ ...eve, visitor })
    const from = async (who: typeof ada) => {
      const { cookie } = await services.signIn({ ...who, visitor: secure })
      const signedIn = await viewerOfCookie(deps, { cookie: cookie.split(';')[0] as string })
      return { ...visitor, sessionId: signedIn?.sessionId ?? null }
    }
    for (const stranger of [visitor, await from(eve)]) {
      await expect(services.confirmEmail({ token, visitor: stranger })).rejects.toMatchObject({ code: 'signed-out' })
    }
    expect((await account())?.emailConfirmedAt).toBeNull()
    const own = await from(ada)
    await services.confirmEmail({ token, visitor: own })
    expect((await account())?.emailConfirmedAt).toEqual(expect.any(Number))
    await services.signUp({ ...ada, name: 'Mallory', visitor })
    await services.signUp({ ...ada, name: 'Mallory', visitor })
    const told = (await sentMails(deps)).filter(({ subject }) => subject === 'You have an account already')
    expect(told).toHaveLength(1)
    expect(told[0]?.to).toContain(ada.email)
    expect(told[0]?.raw).not.toContain('Mallory')
  })
})

describe('a new e-mail', () => {
  const next = 'ada@new.example'

  async function changing({ confirmed = true } = {}) {
    const world = site()
    await world.services.signUp({ ...ada, visitor })
    const { cookie } = await world.services.signIn({ ...ada, visitor: secure })
    const signedIn = await viewerOfCookie(world.deps, { cookie: cookie.split(';')[0] as string })
    if (!signedIn) throw new Error('not signed in')
    const own = { ...visitor, sessionId: signedIn.sessionId }
    if (confirmed) await world.services.confirmEmail({ token: await world.tokenFor('confirm'), visitor: own })
    return { ...world, ...signedIn, cookie, own }
  }

  it('[A15] is taken on a browser of the account alone, and an address that never proved itself gets no way back', async () => {
    const { deps, services, account, tokenFor, viewer, sessionId, own } = await changing({ confirmed: false })
    await services.askForNewEmail(viewer, { email: next, sessionId })
    const token = await tokenFor('new-email')
    await expect(services.confirmNewEmail({ token, visitor })).rejects.toMatchObject({ code: 'signed-out' })
    await services.confirmNewEmail({ token, visitor: own })
    expect(await account(next)).toMatchObject({ actorId: viewer.actorId })
    const told = (await sentMails(deps)).find(({ subject }) => subject === 'Your e-mail was changed')
    expect(told?.text).not.toContain('/link/')
  })

  it('[A15] counts once the new address says so; the old one is told and can take it back', async () => {
    const { deps, services, who, account, tokenFor, viewer, sessionId, cookie, own } = await changing()
    await services.askForNewEmail(viewer, { email: next, sessionId })
    expect(await account()).toBeDefined()
    await services.confirmNewEmail({ token: await tokenFor('new-email'), visitor: own })
    expect(await account()).toBeUndefined()
    expect(await account(next)).toMatchObject({ actorId: viewer.actorId })
    const told = (await sentMails(deps)).find(({ subject }) => subject === 'Your e-mail was changed')
    expect(told?.to).toContain(ada.email)
    deps.setNow(deps.now() + 6 * 86_400_000)
    await services.undoEmail({ token: await tokenFor('undo-email'), visitor })
    expect(await account()).toMatchObject({ actorId: viewer.actorId, passwordHash: null })
    expect(await who(cookie)).toBeNull()
    expect(JSON.stringify(await deps.store.read.select().from(events))).not.toMatch(/ada@/)
  })

  it('[A14] asks for a fresh proof', async () => {
    const { deps, services, viewer } = await changing()
    const stale = await sessionOf(deps, viewer, { fresh: false }).catch(() => ({ sessionId: null }))
    await expect(services.askForNewEmail(viewer, { email: next, sessionId: stale.sessionId })).rejects.toMatchObject({
      code: 'not-fresh',
    })
  })

  it('[A6] that is taken gets the same answer, and its owner a mail without a link', async () => {
    const { deps, services, account, viewer, sessionId } = await changing()
    await makeAccount(deps, { email: next })
    expect(await services.askForNewEmail(viewer, { email: next, sessionId })).toBeUndefined()
    const mail = (await sentMails(deps)).find(({ to }) => to.includes(next))
    expect(mail?.subject).toBe('This address has an account already')
    expect(mail?.text).not.toContain('/link/')
    expect(await account()).toMatchObject({ actorId: viewer.actorId })
  })

  it('[A15] that somebody else took in between is refused; links to the old address end with the change', async () => {
    const { deps, services, ask, tokenFor, viewer, sessionId, own } = await changing()
    await services.askForNewEmail(viewer, { email: next, sessionId })
    const token = await tokenFor('new-email')
    const other = await makeAccount(deps, { email: next })
    await expect(services.confirmNewEmail({ token, visitor: own })).rejects.toMatchObject({ code: 'conflict' })
    await deps.store.tx(async (q) => {
      await q.update(users).set({ email: 'moved@example.org' }).where(eq(users.actorId, other.actorId))
    })
    await ask('reset')
    const reset = await tokenFor('reset')
    await services.confirmNewEmail({ token, visitor: own })
    await expect(services.resetPassword({ token: reset, password: 'brand new words', visitor })).rejects.toMatchObject({
      code: 'too-late',
    })
  })
})
