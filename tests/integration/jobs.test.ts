import { expect, it } from 'vitest'
import { claimJobs, dateJob, finishJob, giveUpJob, holdJob, insertJob, postponeJob } from '../../db/queries/jobs.ts'
import { jobs, mails } from '../../db/schema.ts'
import { runDueJobs } from '../../server/jobs/run-due-jobs.ts'
import { queueMail } from '../../server/mail/queue-mail.ts'
import { createServices } from '../../server/services.ts'
import { makeAccount } from '../factories/accounts.ts'
import { sentMails } from '../factories/sent-mails.ts'
import { testDeps } from '../factories/test-deps.ts'

it('a job that was moved to another time while it ran is not put away with what it did before', async () => {
  const { store } = testDeps()
  const job = { id: 'one', kind: 'none', key: 'none/one', payload: {}, dueAt: 1_000 }
  const claim = (now: number) => store.tx((q) => claimJobs(q, now, now + 500, 10))
  await store.tx((q) => dateJob(q, job))
  const [running] = await claim(1_000)
  if (!running) throw new Error('nothing was due')
  await store.tx((q) => dateJob(q, { ...job, dueAt: 9_000 }))
  await store.tx((q) => finishJob(q, running, 1_100))
  expect(await claim(8_999)).toEqual([])
  const [again] = await claim(9_000)
  if (!again) throw new Error('the moved job was lost')
  await store.tx((q) => finishJob(q, again, 9_100))
  expect(await claim(99_000)).toEqual([])
})

const basic = { id: 'one', kind: 'none', key: 'none/one', payload: {}, dueAt: 1_000 }

it('a job of a process that was killed is taken over when its lease runs out, and by one alone', async () => {
  const { store } = testDeps()
  await store.tx((q) => dateJob(q, basic))
  const [killed] = await store.tx((q) => claimJobs(q, 1_000, 61_000, 10))
  expect(killed).toMatchObject({ attempts: 1 })
  const claim = (now: number) => store.tx((q) => claimJobs(q, now, now + 60_000, 10))
  expect(await claim(60_999)).toEqual([])
  const took = await Promise.all([claim(61_000), claim(61_000), claim(61_000)])
  expect(took.flat()).toHaveLength(1)
  // The first was not dead after all: it neither holds on to the job, nor says that it failed.
  if (!killed) throw new Error('nothing was due')
  expect(await store.tx((q) => holdJob(q, killed, 99_000))).toBe(false)
  await store.tx((q) => postponeJob(q, killed, 'too late', 999_000))
  expect(took.flat()[0]).toMatchObject({ attempts: 2, error: null })
  expect((await store.read.select().from(jobs))[0]).toMatchObject({ error: null, leaseUntil: 121_000 })
})

it('a clock that stood a year ahead leaves no job held until then', async () => {
  const { store } = testDeps()
  const year = 365 * 86_400_000
  await store.tx((q) => dateJob(q, basic))
  expect(await store.tx((q) => claimJobs(q, year, year + 60_000, 10))).toHaveLength(1)
  expect(await store.tx((q) => claimJobs(q, 5_000, 65_000, 10))).toHaveLength(1)
})

it('a clock that leaps ahead while a job runs lets nobody write over what the second try does', async () => {
  const { store } = testDeps()
  await store.tx((q) => dateJob(q, basic))
  const [first] = await store.tx((q) => claimJobs(q, 1_000, 61_000, 10))
  const [second] = await store.tx((q) => claimJobs(q, 99_000_000, 99_060_000, 10))
  if (!first || !second) throw new Error('nothing was due')
  await store.tx((q) => giveUpJob(q, first, 'stale', 99_000_001))
  expect((await store.read.select().from(jobs))[0]?.failedAt).toBeNull()
  await store.tx((q) => finishJob(q, second, 99_000_002))
  expect(await store.tx((q) => claimJobs(q, 999_000_000, 999_060_000, 10))).toEqual([])
})

it('an administrator sees what failed and why, and has it tried again; nobody else does', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const admin = await makeAccount(deps, { role: 'admin' })
  const moderator = await makeAccount(deps, { role: 'moderator' })
  await deps.store.tx((q) => insertJob(q, { ...basic, kind: 'no-such-work', dueAt: deps.now() }))
  await runDueJobs(deps)
  const page = await services.adminJobs(admin)
  expect(page.failed).toMatchObject({
    total: 1,
    jobs: [{ attempts: 1, error: 'no work is known for jobs of kind no-such-work', nextAt: deps.now() + 1_000 }],
  })
  expect([page.running.total, page.waiting.total]).toEqual([0, 0])
  expect(await runDueJobs(deps)).toBe(0)
  await services.retryJob(admin, { jobId: 'one' })
  expect(await runDueJobs(deps)).toBe(1)
  for (const who of [moderator, null]) {
    await expect(services.adminJobs(who)).rejects.toThrow()
    await expect(services.retryJob(who, { jobId: 'one' })).rejects.toThrow()
  }
  await expect(services.retryJob(admin, { jobId: 'none' })).rejects.toThrow('did not fail')
})

it('[M2] a mail that may have gone is sent again only when somebody asks for it', async () => {
  const deps = testDeps()
  const services = createServices(deps)
  const admin = await makeAccount(deps, { role: 'admin' })
  const letter = { subject: 'A link', text: 'x', html: '<p>x</p>' }
  await deps.store.tx((q) =>
    queueMail(deps, q, { key: 'k', kind: 'reset', to: { address: 'ada@example.org' }, letter }),
  )
  await deps.store.tx((q) => q.update(mails).set({ sendingAt: 1 }))
  expect(await sentMails(deps)).toEqual([])
  const { failed } = await services.adminJobs(admin)
  expect(failed.jobs[0]).toMatchObject({ nextAt: null })
  expect(JSON.stringify(failed)).not.toContain('ada@')
  await services.retryJob(admin, { jobId: failed.jobs[0]?.id ?? '' })
  expect(await sentMails(deps)).toHaveLength(1)
})
