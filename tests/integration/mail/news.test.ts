import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { chooseChannels } from '../../../db/queries/channels.ts'
import { savePreferences } from '../../../db/queries/preferences.ts'
import { draftMembers, jobs, mails, users } from '../../../db/schema.ts'
import type { Viewer } from '../../../domain/access/viewer.ts'
import type { Channel, GroupId } from '../../../domain/notifications/channels.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { beginDigests } from '../../../server/jobs/send-digests.ts'
import { unsubscribeToken } from '../../../server/mail/unsubscribe-token.ts'
import { createServices } from '../../../server/services.ts'
import { argueWorld } from '../../factories/argue-world.ts'
import { aBallot, vote } from '../../factories/ballot-world.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { sentMails } from '../../factories/sent-mails.ts'
import type { TestDeps } from '../../factories/test-deps.ts'
import { testDeps } from '../../factories/test-deps.ts'

const day = 86_400_000

async function mailsTo(deps: TestDeps, { actorId }: Viewer) {
  const [account] = await deps.store.read.select().from(users).where(eq(users.actorId, actorId))
  return (await sentMails(deps)).filter(({ to }) => to.includes(account?.email ?? '?'))
}

const choose = (deps: TestDeps, { actorId }: Viewer, group: GroupId, channel: Channel) =>
  deps.store.tx((q) => chooseChannels(q, actorId, [[group, channel]], deps.now()))

/** A thread on a private draft, and the ways to write in it. */
async function threadWorld() {
  const world = await argueWorld()
  const services = createServices(world.deps)
  const { owner } = world.people
  const { id: threadId } = await services.openThread(owner, { draft: world.draftId, kind: 'general' })
  const post = (by: Viewer, text: string, replyTo?: string) =>
    services.postContribution(by, { threadId, type: 'note', text, ...(replyTo && { replyTo }) })
  /** Moves to the next morning and sends its digests. */
  const morning = async () => {
    world.deps.setNow(Math.floor(world.deps.now() / day + 1) * day + 7.5 * 3_600_000)
    await beginDigests(world.deps)
    await runDueJobs(world.deps)
  }
  return { ...world, services, threadId, post, morning, ...world.people }
}

describe('mail at once', () => {
  test('[I16] [I19] tells who is named, with the words, and nobody who may not read them', async () => {
    const { deps, post, owner, commenter, onlooker, outsider, threadId } = await threadWorld()
    await post(owner, `@${commenter.name}, @${onlooker.name} and @${outsider.name}: <b>is</b> this right?`)
    const [mail, ...more] = await mailsTo(deps, commenter)
    expect(more).toEqual([])
    expect(mail?.subject).toContain('Ana Duarte named you')
    expect(mail?.text).toContain('> @Bashir Noor')
    expect(mail?.html).toContain('&lt;b&gt;is&lt;/b&gt;')
    expect(mail?.text).toContain(`http://localhost:0/threads/${threadId}?at=`)
    expect(await mailsTo(deps, onlooker)).toHaveLength(1)
    expect(await mailsTo(deps, outsider)).toEqual([])
    expect((await inboxOf(deps, commenter)).needs).toEqual(['mention'])
    expect((await inboxOf(deps, outsider)).needs).toEqual([])
  })

  test('[I21] says nothing of what was answered, put away, or may not be read any more when it is sent', async () => {
    const { deps, post, owner, commenter, onlooker, draftId, services } = await threadWorld()
    const { id } = await post(owner, `@${commenter.name}`)
    await post(commenter, 'Here.', id)
    await post(owner, `@${onlooker.name}`)
    await deps.store.tx(async (q) => {
      await q.delete(draftMembers).where(eq(draftMembers.actorId, onlooker.actorId))
    })
    expect(await sentMails(deps)).toEqual([])
    await post(owner, `@${commenter.name} again`)
    await services.tendInbox(commenter, {
      act: 'done',
      things: [(await services.inboxPage(commenter, null)).groups[0]?.thing ?? ''],
    })
    expect(await sentMails(deps)).toEqual([])
    expect(draftId).toBeTruthy()
  })

  test('[I14] [I19] a ballot: its opening to all, its closing to those who have not voted, nothing of any vote', async () => {
    const deps = testDeps({ PUBLIC_URL: 'https://atlas.example.org' })
    const { owner, voters, ballotId } = await aBallot(deps, { closesAt: deps.now() + 7 * day, names: 'hidden' })
    expect(await mailsTo(deps, owner)).toEqual([])
    const [opening] = await mailsTo(deps, voters[0])
    expect(opening?.text).toContain(`https://atlas.example.org/ballots/${ballotId}#vote`)
    expect(opening?.text).toMatch(/Until 1 Dec 2026, 12:00 UTC/)
    await vote(deps, voters[0], ballotId, 'object')
    deps.setNow(deps.now() + 6 * day)
    await runDueJobs(deps)
    const all = await sentMails(deps)
    expect(await mailsTo(deps, voters[0])).toHaveLength(1)
    expect(await mailsTo(deps, voters[1])).toHaveLength(2)
    for (const { raw, text } of all) {
      expect(text).not.toMatch(/It names no limit|Tomasz/)
      expect(raw).not.toMatch(/receipt/i)
    }
    // Nor do the tables say who had voted.
    const rows = await deps.store.read.select().from(mails).where(eq(mails.kind, 'notice'))
    expect(new Set(rows.map(({ attempts, sentAt, endedAt }) => `${attempts} ${sentAt !== null} ${endedAt}`)).size).toBe(
      1,
    )
  })

  test('[I17] a storm of names goes into the digest', async () => {
    const { deps, post, owner, commenter } = await threadWorld()
    for (let i = 0; i < 9; i += 1) await post(owner, `@${commenter.name} ${i}`)
    expect(await mailsTo(deps, commenter)).toHaveLength(5)
    expect((await inboxOf(deps, commenter)).needs).toHaveLength(9)
  })

  test('[I17] who named thirty within an hour names nobody until it is over', async () => {
    const { deps, post, owner, commenter } = await threadWorld()
    for (let i = 0; i < 32; i += 1) await post(owner, `@${commenter.name} ${i}`)
    expect((await inboxOf(deps, commenter)).needs).toHaveLength(30)
    deps.setNow(deps.now() + 3_600_001)
    await post(owner, `@${commenter.name} later`)
    expect((await inboxOf(deps, commenter)).needs).toHaveLength(31)
  })

  test('[I18] [M5] goes to nobody who chose less, is suspended, or is no account', async () => {
    const { deps, post, owner, commenter, onlooker } = await threadWorld()
    await choose(deps, commenter, 'mentions', 'inbox')
    await choose(deps, onlooker, 'mentions', 'off')
    await post(owner, `@${commenter.name} @${onlooker.name}`)
    expect(await sentMails(deps)).toEqual([])
    expect((await inboxOf(deps, commenter)).needs).toEqual(['mention'])
    expect((await inboxOf(deps, onlooker)).needs).toEqual([])
    await choose(deps, commenter, 'mentions', 'at-once')
    await post(owner, `@${commenter.name}`)
    await deps.store.tx(async (q) => {
      await q.update(users).set({ suspendedAt: 1 }).where(eq(users.actorId, commenter.actorId))
    })
    expect(await sentMails(deps)).toEqual([])
  })
})

describe('digests', () => {
  test('[I22] [I23] come in the morning with the words of each thing, once, and not without news', async () => {
    const { deps, post, owner, commenter, morning } = await threadWorld()
    await post(commenter, 'First thought.')
    await post(commenter, 'Second thought.')
    expect(await sentMails(deps)).toEqual([])
    await morning()
    const [mail, ...more] = await mailsTo(deps, owner)
    expect(more).toEqual([])
    expect(mail?.text).toMatch(/> First thought\.[\s\S]*> Second thought\./)
    expect(mail?.text).toContain('2 new contributions')
    expect(mail?.text).toContain('you chose no time zone')
    expect(mail?.text.match(/^## /gm)).toHaveLength(1)
    await runDueJobs(deps)
    await morning()
    expect(await mailsTo(deps, owner)).toHaveLength(1)
    expect(await mailsTo(deps, commenter)).toEqual([])
  })

  test('[I23] catch up after a week without a server with one, and hold no deleted words', async () => {
    const { deps, post, owner, commenter, morning, services } = await threadWorld()
    const { id } = await post(commenter, 'A secret slip.')
    await services.deleteContribution(commenter, { contributionId: id })
    deps.setNow(deps.now() + 5 * day)
    await morning()
    await morning()
    const all = await mailsTo(deps, owner)
    expect(all.length).toBeLessThanOrEqual(1)
    for (const { raw, text } of all) expect(raw + text).not.toContain('secret slip')
  })

  test('[I23] do not tell again what was mailed at once, though its reader has it in the digest now', async () => {
    const { deps, post, owner, commenter, morning } = await threadWorld()
    await post(owner, `@${commenter.name} told at once`)
    expect(await mailsTo(deps, commenter)).toHaveLength(1)
    await choose(deps, commenter, 'mentions', 'digest')
    await post(owner, `@${commenter.name} told in the morning`)
    await morning()
    const [, digest, ...more] = await mailsTo(deps, commenter)
    expect(more).toEqual([])
    expect(digest?.text).toContain('told in the morning')
    expect(digest?.text).not.toContain('told at once')
  })

  test('[I23] [I24] end with one press, also for what there were too many mails of at once', async () => {
    const { deps, services, post, owner, commenter, morning } = await threadWorld()
    for (let i = 0; i < 7; i += 1) await post(owner, `@${commenter.name} ${i}`)
    expect(await mailsTo(deps, commenter)).toHaveLength(5)
    await services.unsubscribe({ token: unsubscribeToken(deps.env, commenter.actorId, 'digest') })
    await morning()
    expect(await mailsTo(deps, commenter)).toHaveLength(5)
    expect((await inboxOf(deps, commenter)).needs).toHaveLength(7)
  })

  test('[I22] follow the chosen rhythm, hour and zone, and a clock that stood ahead', async () => {
    const { deps, post, owner, commenter } = await threadWorld()
    const weekly = { rhythm: 'weekly', digestDay: 5, digestHour: 18, timeZone: 'America/New_York' } as const
    await deps.store.tx((q) => savePreferences(q, owner.actorId, weekly, 1))
    await post(commenter, 'A thought.')
    const at = async (iso: string) => {
      deps.setNow(Date.parse(iso))
      await beginDigests(deps)
      await runDueJobs(deps)
      return (await mailsTo(deps, owner)).length
    }
    expect(await at('2026-11-27T22:59:00Z')).toBe(0)
    expect(await at('2026-11-27T23:00:00Z')).toBe(1)
    await post(commenter, 'Another.')
    // The clock leaps ahead a year, and is set right again.
    expect(await at('2027-11-26T23:00:00Z')).toBe(1)
    expect(await at('2026-12-04T23:00:00Z')).toBe(2)
    expect(await at('2026-12-04T23:15:00Z')).toBe(2)
  })

  test('[M2] two schedulers on one database send one digest', async () => {
    const { deps, post, owner, commenter } = await threadWorld()
    await post(commenter, 'A thought.')
    deps.setNow(deps.now() + day)
    await beginDigests(deps)
    await Promise.all([runDueJobs(deps), runDueJobs(deps), runDueJobs(deps, 'mail'), runDueJobs(deps, 'mail')])
    expect(await mailsTo(deps, owner)).toHaveLength(1)
    expect((await deps.store.read.select().from(jobs).where(eq(jobs.kind, 'send-mail'))).length).toBe(1)
  })
})
