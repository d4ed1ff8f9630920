import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secondFactors } from '../../../db/schema.ts'
import { sha256Hex } from '../../../domain/record/hash.ts'
import { issueMailToken } from '../../../server/accounts/mail-tokens.ts'
import { openSecret } from '../../../server/accounts/second-factor.ts'
import type { TestServer } from '../../factories/test-server.ts'
import { startTestServer } from '../../factories/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server.stop())

const send = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(server.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: server.url, Cookie: cookie },
    redirect: 'manual',
  })
const page = (path: string, cookie = '') =>
  fetch(server.url + path, { headers: { Cookie: cookie }, redirect: 'manual' })
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] as string

describe('the pages of an account, without scripts', () => {
  it('[A17] ask for a code between the password and the session, on this browser', async () => {
    const cookie = await server.signIn('contributor2')
    await send('/account/security', { intent: 'begin-factor' }, cookie)
    const begun = await (await page('/account/security', cookie)).text()
    expect(begun).toContain('Let your app read this picture')
    const [factor] = await server.deps.store.read.select().from(secondFactors)
    const secret = openSecret(server.deps, factor?.secret ?? '') ?? ''
    expect(begun.replaceAll(' ', '')).toContain(secret)
    const epoch = Math.floor(Date.now() / 1000)
    const on = await send(
      '/account/security',
      { intent: 'confirm-factor', code: generateSync({ secret, epoch }) },
      cookie,
    )
    const said = await on.text()
    const codes = said.match(/[a-z2-9]{4}(?:-[a-z2-9]{4}){3}/g) ?? []
    expect(new Set(codes).size).toBe(10)
    expect(await (await page('/account/security', cookie)).text()).not.toContain(codes[0])

    const first = await send('/sign-in?next=/drafts', { email: 'contributor2@demo.invalid', password: 'folkmoot-demo' })
    expect(first.headers.get('location')).toBe('/sign-in/code?next=%2Fdrafts')
    const step = cookieOf(first)
    expect(step).toMatch(/^folkmoot-step=/)
    expect((await page('/account', step)).headers.get('location')).toMatch(/^\/sign-in/)
    const wrong = await send('/sign-in/code?next=/drafts', { code: '000000' }, step)
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('aria-invalid="true"')
    const second = await send('/sign-in/code?next=/drafts', { code: codes[0] ?? '' }, step)
    expect(second.headers.get('location')).toBe('/drafts')
    expect((await page('/account', cookieOf(second))).status).toBe(200)
    // No secret went into the log.
    for (const one of [secret, ...codes, step.split('=')[1] as string]) expect(server.logged()).not.toContain(one)
  })

  it('[A15] a mailed link opened by a scanner, or a browser that looks ahead, uses nothing up', async () => {
    const { actorId } = await server.account('reviewer')
    const token = await server.deps.store.tx((q) =>
      issueMailToken(server.deps, q, { kind: 'sign-in', actorId, email: 'reviewer@demo.invalid' }),
    )
    const path = `/link/sign-in?t=${token}`
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await fetch(server.url + path, { method })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    }
    const planted = await server.signIn('contributor')
    const answer = await send('/link/sign-in', { t: token }, planted)
    expect(answer.status).toBe(303)
    const own = cookieOf(answer)
    expect(await (await page('/account', own)).text()).toContain('reviewer@demo.invalid')
    // The session that the browser brought along is over: nobody waits behind it.
    expect((await page('/account', planted)).headers.get('location')).toMatch(/^\/sign-in/)
    const again = await send('/link/sign-in', { t: token })
    expect(again.status).toBe(409)
    expect(server.logged()).not.toContain(token)
    expect(server.logged()).not.toContain(sha256Hex(token))
    expect((await page('/link/everything?t=x')).status).toBe(404)
  })

  it('[A6] asking for a link answers byte for byte the same for an account and for none', async () => {
    const ask = async (email: string) => {
      const answer = await send('/sign-in/link', { intent: 'sign-in', email })
      return { status: answer.status, body: (await answer.text()).replaceAll(email, 'E') }
    }
    await send('/sign-up', { email: 'known@example.org', name: 'Known', password: 'a lot of horses' })
    const known = await ask('known@example.org')
    expect(known.status).toBe(200)
    expect(await ask('other@example.org')).toEqual(known)
  })

  it('[A20] hands a copy over as a file, to nobody but its owner', async () => {
    const cookie = await server.signIn('facilitator')
    expect((await send('/account/data', { intent: 'copy' }, cookie)).status).toBe(303)
    let copy = ''
    for (let n = 0; n < 50 && copy === ''; n++) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      copy = /name="copy" value="(\w+)"/.exec(await (await page('/account/data', cookie)).text())?.[1] ?? ''
    }
    const file = await send('/account/data/copy', { copy, form: 'md' }, cookie)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="folkmoot-my-data.md"')
    expect(file.headers.get('cache-control')).toContain('no-store')
    expect(await file.text()).toContain('facilitator@demo.invalid')
    const other = await send('/account/data/copy', { copy, form: 'md' }, await server.signIn('admin'))
    expect(other.headers.get('location')).toBe('/account/data?done=none')
    expect((await send('/account/data/copy', { copy, form: 'md' })).status).toBe(401)
  })

  it('[A18] deletes with a typed e-mail and signs out', async () => {
    const cookie = await server.signIn('contributor')
    const slip = await send(
      '/account/data',
      { intent: 'delete', email: 'wrong@example.org', comments: 'deleted' },
      cookie,
    )
    expect(slip.status).toBe(400)
    expect(await slip.text()).toMatch(/<option value="deleted" selected/)
    const done = await send('/account/data', { intent: 'delete', email: 'contributor@demo.invalid' }, cookie)
    expect(done.status).toBe(303)
    expect(cookieOf(done)).toBe('folkmoot=')
    expect((await page('/account', cookie)).headers.get('location')).toMatch(/^\/sign-in/)
    expect((await page('/')).status).toBe(200)
    expect(await (await page('/strategies/open-source-maximalism')).text()).not.toContain('Noor Elbaz')
  })
})
