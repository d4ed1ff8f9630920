import { expect, test } from 'vitest'
import { listChannels } from '../../../db/queries/channels.ts'
import { channelOf } from '../../../domain/notifications/channels.ts'
import { unsubscribeToken } from '../../../server/mail/unsubscribe-token.ts'
import { createServices } from '../../../server/services.ts'
import { makeAccount, makeSession } from '../../factories/accounts.ts'
import { refusal } from '../../factories/argue-world.ts'
import { aBallot } from '../../factories/ballot-world.ts'
import { sentMails } from '../../factories/sent-mails.ts'
import { testDeps } from '../../factories/test-deps.ts'
import { startTestServer } from '../../factories/test-server.ts'

test('[I24] each mail names a link, for a person and a program, that turns its group off and nothing else', async () => {
  const deps = testDeps({ PUBLIC_URL: 'https://atlas.example.org' })
  const { voters } = await aBallot(deps)
  const all = await sentMails(deps)
  expect(all).toHaveLength(4)
  for (const mail of all) {
    const [, link = ''] = /^List-Unsubscribe: <(.*)>$/im.exec(mail.headers) ?? []
    expect(link).toMatch(/^https:\/\/atlas\.example\.org\/unsubscribe\/[a-z2-7]{20}\.ballots\.[\w-]{43}$/)
    expect(mail.headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/im)
    expect(mail.text).toContain(link)
    expect(mail.html).toContain(link)
    for (const [, address = ''] of mail.html.matchAll(/href="([^"]*)"/g)) {
      expect(address.startsWith('https://atlas.example.org')).toBe(true)
    }
  }
  const services = createServices(deps)
  const { actorId } = voters[0]
  await services.unsubscribe({ token: unsubscribeToken(deps.env, actorId, 'ballots') })
  const chosen = (await listChannels(deps.store.read, [actorId])).get(actorId) ?? new Map()
  expect(channelOf('ballot', chosen)).toBe('inbox')
  expect(channelOf('mention', chosen)).toBe('at-once')
  await services.unsubscribe({ token: unsubscribeToken(deps.env, actorId, 'digest') })
  const now = (await listChannels(deps.store.read, [actorId])).get(actorId) ?? new Map()
  expect([channelOf('reply', now), channelOf('outcome', now), channelOf('mention', now)]).toEqual([
    'inbox',
    'inbox',
    'at-once',
  ])
})

test('[I24] a link that the site did not make is refused, whatever is changed in it', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const [one, other] = [await makeAccount(deps), await makeAccount(deps)]
  const token = unsubscribeToken(deps.env, one.actorId, 'mentions')
  const [, , mac] = token.split('.')
  const wrong = [
    '',
    'x',
    `${other.actorId}.mentions.${mac}`,
    `${one.actorId}.replies.${mac}`,
    `${one.actorId}.constructor.${mac}`,
    `${token}x.`,
    unsubscribeToken({ sessionSecret: 'another secret of another site' }, one.actorId, 'mentions'),
    `${one.actorId}.mentions.`,
  ]
  for (const bad of wrong) expect((await refusal(services.unsubscribe({ token: bad }))).code, bad).toBe('not-found')
  expect(await listChannels(deps.store.read, [one.actorId, other.actorId])).toEqual(new Map())
})

test('[I24] opening changes nothing, a program’s press and a person’s button do, without signing in', async () => {
  const server = await startTestServer()
  const { deps, url } = server
  const one = await makeAccount(deps)
  const address = `${url}/unsubscribe/${unsubscribeToken(deps.env, one.actorId, 'mentions')}`
  const chosen = async () => (await listChannels(deps.store.read, [one.actorId])).size
  const page = await fetch(address)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('No more of these mails')
  expect(await chosen()).toBe(0)
  const form = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }
  const fromElsewhere = await fetch(address, { ...form, headers: { ...form.headers, Origin: 'https://evil.example' } })
  expect(fromElsewhere.status).toBe(403)
  expect(await chosen()).toBe(0)
  const program = await fetch(address, { ...form, body: 'List-Unsubscribe=One-Click' })
  expect([program.status, await chosen()]).toEqual([200, 1])
  const person = await fetch(address, { ...form, headers: { ...form.headers, Origin: url } })
  expect(await person.text()).toContain('You will get no more')
  expect((await fetch(`${address}x`, form)).status).toBe(404)
  // Where a form is sent to any other page without an Origin, the gate stands as before.
  const cookie = await makeSession(deps, one)
  const account = await fetch(`${url}/account`, { ...form, headers: { ...form.headers, Cookie: cookie } })
  expect(account.status).toBe(403)
})
