import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { jobs, mails } from '../../../db/schema.ts'
import type { Deps } from '../../../server/deps.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { writeLetter } from '../../../server/mail/letter.ts'
import type { NewMail } from '../../../server/mail/queue-mail.ts'
import { queueMail } from '../../../server/mail/queue-mail.ts'
import { makeAccount, suspendAccount } from '../../factories/accounts.ts'
import { fakeMailServer } from '../../factories/mail-server.ts'
import { sentMails } from '../../factories/sent-mails.ts'
import { testDeps } from '../../factories/test-deps.ts'

const secret = 'https://atlas.example.org/reset/ThisIsTheSecret'
const letter = {
  subject: 'Choose a new password',
  ...writeLetter({
    site: 'Folkmoot',
    url: 'https://atlas.example.org',
    blocks: [
      { type: 'text', text: 'Somebody <b>asked</b> for this.' },
      { type: 'button', label: 'Choose a password', href: secret },
    ],
    foot: [{ type: 'text', text: 'You asked for it.' }],
  }),
}

const queue = (deps: Deps, mail: Partial<NewMail> = {}) =>
  deps.store.tx((q) =>
    queueMail(deps, q, { key: 'reset/one', kind: 'reset', to: { address: 'ada@example.org' }, letter, ...mail }),
  )

const row = async (deps: Deps) => (await deps.store.read.select().from(mails))[0]
const job = async (deps: Deps) => (await deps.store.read.select().from(jobs).where(eq(jobs.kind, 'send-mail')))[0]

describe('without a mail server', () => {
  it('[M1] [M2] [M4] writes one file with both parts for one key, and keeps no words', async () => {
    const deps = testDeps()
    await queue(deps)
    await queue(deps)
    expect(await job(deps)).toMatchObject({ doneAt: null })
    const [mail, ...more] = await sentMails(deps)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: 'ada@example.org', subject: 'Choose a new password' })
    expect(mail?.text).toContain(secret)
    expect(mail?.text).toContain('Somebody <b>asked</b> for this.')
    expect(mail?.html).toContain(`href="${secret}"`)
    expect(mail?.html).toContain('Somebody &lt;b&gt;asked&lt;/b&gt; for this.')
    expect(await row(deps)).toMatchObject({ subject: null, text: null, html: null, address: null })
    await queue(deps)
    expect(await sentMails(deps)).toHaveLength(1)
  })

  it('[M1] sends nothing for an act that did not happen', async () => {
    const deps = testDeps()
    const act = deps.store.tx(async (q) => {
      await queueMail(deps, q, { key: 'reset/one', kind: 'reset', to: { address: 'ada@example.org' }, letter })
      throw new Error('refused')
    })
    await expect(act).rejects.toThrow('refused')
    expect(await sentMails(deps)).toEqual([])
  })

  it('[M6] lets no name and no subject write a header', async () => {
    const deps = testDeps()
    const ada = await makeAccount(deps, { name: 'Ada\r\nBcc: all@example.org' })
    const subject = 'Hello\r\nBcc: all@example.org\r\n\r\n<script>'
    await queue(deps, { to: { actorId: ada.actorId }, letter: { ...letter, subject } })
    const [mail] = await sentMails(deps)
    expect(mail?.headers).not.toMatch(/^Bcc:/im)
    expect(mail?.subject).toBe('Hello Bcc: all@example.org <script>')
    await expect(queue(deps, { key: 'two', to: { address: 'a@example.org\r\nBcc: b@example.org' } })).rejects.toThrow()
    await expect(queue(deps, { key: 'three', headers: { 'List-Id': 'a\r\nBcc: b@example.org' } })).rejects.toThrow()
  })

  it('[M3] does not send what came too late, and [M5] not what would be written for a suspended account', async () => {
    const deps = testDeps()
    await queue(deps, { worth: 1_000 })
    deps.setNow(deps.now() + 2_000)
    expect(await sentMails(deps)).toEqual([])
    expect(await row(deps)).toMatchObject({ text: null, endedAt: deps.now() })
    const ada = await makeAccount(deps)
    await suspendAccount(deps, ada.actorId)
    await deps.store.tx((q) => queueMail(deps, q, { key: 'n', kind: 'notice', to: { actorId: ada.actorId } }))
    expect(await sentMails(deps)).toEqual([])
  })
})

describe('with a mail server', () => {
  async function posted() {
    const server = await fakeMailServer()
    const deps = testDeps({ SMTP_URL: server.url, PUBLIC_URL: 'https://atlas.example.org' })
    await queue(deps)
    return { server, deps }
  }

  it('[M2] hands one mail in once', async () => {
    const { server, deps } = await posted()
    await Promise.all([runDueJobs(deps, 'mail'), runDueJobs(deps, 'mail')])
    expect(server.taken).toHaveLength(1)
    expect(server.taken[0]).toContain('From: AGI Strategies <folkmoot@atlas.example.org>')
    expect((await row(deps))?.sentAt).toBe(deps.now())
  })

  it('[M3] tries again what was refused for now, and gives up what was refused for good, without an address in its words', async () => {
    const { server, deps } = await posted()
    server.answer = 'later'
    await runDueJobs(deps, 'mail')
    expect(await job(deps)).toMatchObject({ doneAt: null, failedAt: null, leaseUntil: deps.now() + 1_000 })
    expect((await row(deps))?.sendingAt).toBeNull()
    server.answer = 'never'
    deps.setNow(deps.now() + 1_000)
    await runDueJobs(deps, 'mail')
    const given = await job(deps)
    expect(given?.failedAt).toBe(deps.now())
    expect(given?.error).not.toContain('ada@')
    expect(await row(deps)).toMatchObject({ text: null, address: null, endedAt: deps.now(), attempts: 2 })
    expect(server.taken).toEqual([])
  })

  it('[M2] does not send again by itself what may have gone', async () => {
    const { server, deps } = await posted()
    server.answer = 'hang-up'
    await runDueJobs(deps, 'mail')
    server.answer = 'take'
    deps.setNow(deps.now() + 3_600_000)
    await runDueJobs(deps, 'mail')
    expect(server.taken).toEqual([])
    expect((await job(deps))?.failedAt).not.toBeNull()
  })

  it('[M3] tries again where nobody answers', async () => {
    const deps = testDeps({ SMTP_URL: 'smtp://127.0.0.1:9' })
    await queue(deps)
    await runDueJobs(deps, 'mail')
    expect(await job(deps)).toMatchObject({ failedAt: null, attempts: 1 })
    expect((await row(deps))?.sendingAt).toBeNull()
  })

  it('[M2] leaves alone what was being sent when its process was killed', async () => {
    const { server, deps } = await posted()
    await deps.store.tx((q) => q.update(mails).set({ sendingAt: deps.now() }))
    await runDueJobs(deps, 'mail')
    expect(server.taken).toEqual([])
    expect((await job(deps))?.error).toContain('interrupted')
  })
})
