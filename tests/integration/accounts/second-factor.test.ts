import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import { recoveryCodes, secondFactors } from '../../../db/schema.ts'
import { accountServices } from '../../../server/services/account.ts'
import { viewerOfCookie } from '../../../server/viewer.ts'
import { sessionOf } from '../../factories/accounts.ts'
import { sentMails } from '../../factories/sent-mails.ts'
import { testDeps } from '../../factories/test-deps.ts'

const visitor = { sessionId: null, address: '192.0.2.1', device: 'Firefox on Linux', secure: false }
const ada = { email: 'ada@example.org', name: 'Ada', password: 'a lot of horses' }
const pair = (cookie: string) => cookie.split(';')[0] as string
const stepOf = (cookie: string) => pair(cookie).split('=')[1] as string

async function withFactor() {
  const deps = testDeps()
  const services = accountServices(deps)
  await services.signUp({ ...ada, visitor })
  const first = await services.signIn({ ...ada, visitor })
  expect(first.secondStep).toBe(false)
  const signedIn = await viewerOfCookie(deps, { cookie: pair(first.cookie) })
  if (!signedIn) throw new Error('not signed in')
  const { viewer, sessionId } = signedIn
  await services.beginSecondFactor(viewer, { sessionId })
  const { factor } = await services.securityPage(viewer, { sessionId })
  if (factor.state !== 'begun') throw new Error('not begun')
  const { secret } = factor
  const codeNow = () => generateSync({ secret, epoch: Math.floor(deps.now() / 1000) })
  const { codes } = await services.confirmSecondFactor(viewer, { code: codeNow(), sessionId })
  const later = () => deps.setNow(deps.now() + 60_000)
  const firstStep = async () => {
    const { cookie, secondStep } = await services.signIn({ ...ada, visitor })
    return { cookie, secondStep, visitor: { ...visitor, step: stepOf(cookie) } }
  }
  return { deps, services, viewer, sessionId, secret, codes, codeNow, later, firstStep }
}

describe('a second factor', () => {
  it('[A17] lets nobody in before its code, on the browser of the first step alone', async () => {
    const { deps, services, codeNow, later, firstStep } = await withFactor()
    later()
    const step = await firstStep()
    expect(step.secondStep).toBe(true)
    expect(step.cookie).toMatch(/^folkmoot-step=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/)
    expect(await viewerOfCookie(deps, { cookie: pair(step.cookie) })).toBeNull()
    expect(await viewerOfCookie(deps, { cookie: `folkmoot=${stepOf(step.cookie)}` })).toBeNull()
    await expect(services.finishSignIn({ code: codeNow(), visitor })).rejects.toMatchObject({ code: 'too-late' })
    const { cookie } = await services.finishSignIn({ code: codeNow(), visitor: step.visitor })
    expect((await viewerOfCookie(deps, { cookie: pair(cookie) }))?.viewer.name).toBe('Ada')
    // The step is used up.
    later()
    await expect(services.finishSignIn({ code: codeNow(), visitor: step.visitor })).rejects.toMatchObject({
      code: 'too-late',
    })
  })

  it('[A3] a first step that was taken with the old password ends with it', async () => {
    const { services, viewer, sessionId, codeNow, later, firstStep } = await withFactor()
    later()
    const step = await firstStep()
    await services.changePassword(viewer, { current: ada.password, password: 'quite another one', sessionId })
    await expect(services.finishSignIn({ code: codeNow(), visitor: step.visitor })).rejects.toMatchObject({
      code: 'too-late',
    })
  })

  it('[A17] takes no code twice, and none that is old', async () => {
    const { deps, services, codeNow, later, firstStep } = await withFactor()
    // The code that turned it on is used, too.
    const first = await firstStep()
    await expect(services.finishSignIn({ code: codeNow(), visitor: first.visitor })).rejects.toMatchObject({
      field: 'code',
    })
    later()
    const used = codeNow()
    await services.finishSignIn({ code: used, visitor: first.visitor })
    const second = await firstStep()
    await expect(services.finishSignIn({ code: used, visitor: second.visitor })).rejects.toMatchObject({
      field: 'code',
    })
    const old = codeNow()
    deps.setNow(deps.now() + 5 * 60_000)
    await expect(services.finishSignIn({ code: old, visitor: second.visitor })).rejects.toMatchObject({ field: 'code' })
  })

  it('[A17] is not passed by by a mailed link, and the step ends after ten minutes', async () => {
    const { deps, services, sessionId, codeNow, later } = await withFactor()
    const linkIn = async (kind: string) => {
      const texts = (await sentMails(deps)).map(({ text }) => text).join()
      return new RegExp(`/link/${kind}\\?t=([\\w-]{43})`).exec(texts)?.[1] as string
    }
    const confirming = await linkIn('confirm')
    await services.confirmEmail({ token: confirming, visitor: { ...visitor, sessionId } })
    await services.askForLink({ email: ada.email, kind: 'sign-in', visitor })
    const token = await linkIn('sign-in')
    const { cookie, secondStep } = await services.signInByLink({ token, visitor })
    expect(secondStep).toBe(true)
    const step = { ...visitor, step: stepOf(cookie) }
    expect(await services.awaitsCode(step)).toBe(true)
    deps.setNow(deps.now() + 10 * 60_000)
    later()
    await expect(services.finishSignIn({ code: codeNow(), visitor: step })).rejects.toMatchObject({ code: 'too-late' })
  })

  it('[A17] five wrong codes a minute, whatever the browser', async () => {
    const { services, firstStep } = await withFactor()
    const step = await firstStep()
    for (let n = 0; n < 5; n++) {
      await expect(services.finishSignIn({ code: '000000', visitor: step.visitor })).rejects.toMatchObject({
        field: 'code',
      })
    }
    const other = await firstStep()
    await expect(services.finishSignIn({ code: '000000', visitor: other.visitor })).rejects.toMatchObject({
      code: 'too-many',
    })
  })

  it('[A17] recovery codes count once each, however they are spaced; only hashes are kept', async () => {
    const { deps, services, codes, secret, firstStep } = await withFactor()
    expect(new Set(codes).size).toBe(10)
    const [code = ''] = codes
    expect(code).toMatch(/^[a-km-np-z2-9i]{4}(-[a-z2-9]{4}){3}$/)
    const stored = JSON.stringify([
      await deps.store.read.select().from(recoveryCodes),
      await deps.store.read.select().from(secondFactors),
    ])
    for (const one of [...codes, secret]) expect(stored).not.toContain(one)
    const step = await firstStep()
    await services.finishSignIn({ code: ` ${code.toUpperCase().replaceAll('-', ' ')}`, visitor: step.visitor })
    const again = await firstStep()
    await expect(services.finishSignIn({ code, visitor: again.visitor })).rejects.toMatchObject({ field: 'code' })
  })

  it('[A14] is turned on and off with a fresh proof, for which a code does; the owner is told', async () => {
    const { deps, services, viewer, codeNow, later } = await withFactor()
    const stale = await sessionOf(deps, viewer, { fresh: false })
    await expect(services.endSecondFactor(viewer, stale)).rejects.toMatchObject({ code: 'not-fresh' })
    await expect(services.newRecoveryCodes(viewer, stale)).rejects.toMatchObject({ code: 'not-fresh' })
    await expect(services.beginPasskey(viewer, { ...stale, origin: 'http://localhost:1' })).rejects.toMatchObject({
      code: 'not-fresh',
    })
    later()
    const { cookie } = await services.proveSelf(viewer, { password: '', code: codeNow(), visitor: stale })
    const fresh = await viewerOfCookie(deps, { cookie: pair(cookie) })
    await services.endSecondFactor(viewer, { sessionId: fresh?.sessionId ?? null })
    expect(await services.signIn({ ...ada, visitor })).toMatchObject({ secondStep: false })
    expect((await sentMails(deps)).map(({ subject }) => subject)).toContain('Your second factor was turned off')
    expect(await deps.store.read.select().from(recoveryCodes)).toEqual([])
  })
})
