import { describe, expect, it } from 'vitest'
import { events } from '../../../db/schema.ts'
import { castVote } from '../../../server/usecases/ballots/cast-vote.ts'
import { checkBallots } from '../../../server/usecases/record/check-ballots.ts'
import { disputeReport } from '../../../server/usecases/signals/dispute-report.ts'
import { deleteContribution } from '../../../server/usecases/threads/delete-contribution.ts'
import { openThread } from '../../../server/usecases/threads/open-thread.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { ballotJson } from '../../../server/views/ballot-json.ts'
import { ballotPage } from '../../../server/views/ballot-page.ts'
import { moderationQueue } from '../../../server/views/moderation-queue.ts'
import { searchPage } from '../../../server/views/search-page.ts'
import { signalsJson, signalsPage } from '../../../server/views/signals-page.ts'
import { threadPage } from '../../../server/views/thread-page.ts'
import { refusal } from '../../factories/argue-world.ts'
import { aSource, minute, signalWorld } from '../../factories/signal-world.ts'

describe('a report that a signal landed', { timeout: 60_000 }, () => {
  it('[F2] [F7] finds every signal of the imported atlas armed, with a review half a year away', async () => {
    const { deps } = await signalWorld()
    const { states, options } = await signalsPage(deps, null, '')
    const armed = states.find(({ id }) => id === 'armed')?.n ?? 0
    expect(armed).toBeGreaterThan(20)
    const reviews = Object.fromEntries(options.review.map(({ id, n }) => [id, n]))
    expect(reviews).toEqual({ due: 0, later: armed })
    deps.setNow(deps.now() + 183 * 24 * 60 * minute)
    expect((await signalsPage(deps, null, '?review=due')).found).toBe(armed)
  })

  it('[F8] [F10] comes from any account, opens a hearing, is contested there, and is seen on every page', async () => {
    const { deps, people, page, report, strategy } = await signalWorld()
    const { threadId, reportId, joined } = await report(people.reader)
    expect(joined).toBe(false)
    expect((await page()).signal.current?.state).toBe('reported')
    const thread = await threadPage(deps, null, threadId)
    expect(thread.thread).toMatchObject({ kind: 'falsification', state: 'open' })
    expect(thread.reports.list[0]).toMatchObject({
      by: 'Ebru Kaya',
      state: 'reported',
      sources: [{ url: aSource.url }],
    })
    expect(thread.groups.flatMap(({ shown }) => shown)[0]).toMatchObject({ type: 'evidence', author: 'Ebru Kaya' })

    const dispute = (by: typeof people.ana, about: string) =>
      disputeReport(deps, by, { threadId, reportId: about, reason: 'It was not important.' })
    expect((await refusal(dispute(people.ana, 'another'))).code).toBe('not-found')
    await dispute(people.ana, reportId)
    expect((await refusal(dispute(people.bashir, reportId))).code).toBe('conflict')
    const line = (await signalsPage(deps, null, '?state=contested')).lines[0]
    expect(line).toMatchObject({ slug: strategy, state: 'contested', report: { sources: 1, ballot: null } })
    expect((await signalsJson(deps, null, '?state=contested')).items[0]).toMatchObject({ strategy, state: 'contested' })
    expect((await moderationQueue(deps, people.moderator)).reports).toMatchObject([
      { slug: strategy, state: 'contested' },
    ])
    const hits = await searchPage(deps, null, { q: 'announced pause training' })
    expect(JSON.stringify(hits)).toContain('Has the signal of')
  })

  it('[F8] [F10] takes further sources into the open report, and no source twice', async () => {
    const { people, page, report, deps } = await signalWorld()
    const { threadId, reportId } = await report(people.ana)
    expect(await refusal(report(people.bashir))).toMatchObject({ code: 'bad-input', field: 'url' })
    deps.setNow(deps.now() + minute)
    expect(await report(people.bashir, { url: 'https://example.org/second' })).toEqual({
      threadId,
      reportId,
      joined: true,
    })
    const [first, ...others] = (await page()).signal.reports
    expect(others).toEqual([])
    expect(first?.sources.map(({ by }) => by)).toEqual(['Ana Duarte', 'Bashir Noor'])
    // Deleting the evidence removes the words of the source as well.
    await deleteContribution(deps, people.moderator, { contributionId: first?.sources[0]?.id ?? '' })
    expect((await page()).signal.reports[0]?.sources[0]).toMatchObject({ url: '', title: '', shows: '' })
  })

  it('[F8] uses the hearing that is open', async () => {
    const { deps, people, report, strategy } = await signalWorld()
    const open = { entry: { kind: 'strategy' as const, slug: strategy }, kind: 'falsification', title: 'Who counts?' }
    const { id } = await openThread(deps, people.ana, open)
    expect((await report(people.bashir)).threadId).toBe(id)
  })

  it('[F10] refuses what is no source, what is too long, and who may not', async () => {
    const { people, page, report } = await signalWorld()
    const bad = async (change: object) => (await refusal(report(people.ana, change))).field
    expect(await bad({ url: '' })).toBe('url')
    expect(await bad({ url: 'javascript:alert(1)' })).toBe('url')
    expect(await bad({ title: ' ' })).toBe('title')
    expect(await bad({ publisher: 'x'.repeat(201) })).toBe('publisher')
    expect(await bad({ date: '2027-02-01' })).toBe('date')
    expect(await bad({ shows: 'x'.repeat(4_001) })).toBe('shows')
    expect((await refusal(report(null))).code).toBe('signed-out')
    expect((await refusal(report({ ...people.ana, role: 'guest', actorId: 'none' }))).code).toBe('signed-out')
    expect(await refusal(report(people.ana, { signalId: 'another' }))).toMatchObject({ code: 'conflict' })
    expect((await refusal(report(people.ana, { strategy: 'none' }))).code).toBe('not-found')
    expect((await page()).signal.current?.state).toBe('armed')
  })

  it('[F8] [F9] [B22] is decided by one ballot, opened by a facilitator or a moderator, and by nothing else', async () => {
    const { deps, people, page, report, open, decide } = await signalWorld()
    const { threadId } = await report(people.reader)
    expect((await refusal(open(people.ana))).code).toBe('not-allowed')
    expect((await refusal(open(people.facilitator, { rule: 'consensus' }))).field).toBe('rule')
    const both = await Promise.allSettled([open(people.facilitator), open(people.moderator)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const ballotId = both.flatMap((one) => (one.status === 'fulfilled' ? one.value.id : []))[0] ?? ''
    const resolving = resolveThread(deps, people.moderator, { threadId, outcome: 'set-aside', reason: 'Enough.' })
    expect((await refusal(resolving)).detail).toContain('ballot')
    expect(await ballotPage(deps, people.ana, ballotId)).toMatchObject({
      subject: 'report',
      known: null,
      mine: { mayVote: true },
    })
    expect(await ballotJson(deps, people.ana, { id: ballotId })).toMatchObject({
      draft: null,
      report: expect.any(String),
    })
    expect((await refusal(castVote(deps, people.ana, { ballotId, choice: 'object' }))).field).toBe('reason')
    await decide(ballotId, [
      [people.ana, 'agree'],
      [people.bashir, 'object'],
      [people.chidi, 'object'],
    ])
    const { current, reports } = (await page()).signal
    expect(current?.state).toBe('not-landed')
    expect(reports[0]).toMatchObject({ state: 'not-landed', ballots: [{ id: ballotId, result: 'rejected' }] })
    // Closed ballots about what is published are open to everybody, without objections to any text.
    expect(await ballotPage(deps, null, ballotId)).toMatchObject({ state: 'closed', objections: [] })
    expect((await checkBallots(deps.store.read)).fault).toBeNull()
    // It may be reported anew; the earlier report stays listed.
    await report(people.ana, { url: 'https://example.org/new' })
    expect((await page()).signal.reports.map(({ state }) => state)).toContain('reported')
    const types = (await deps.store.read.select().from(events)).map(({ type }) => type)
    expect(types.filter((type) => type.startsWith('signal.'))).toEqual([
      'signal.reported',
      'signal.decided',
      'signal.reported',
    ])
  })

  it('[F8] leaves everything open without a quorum, and another ballot decides', async () => {
    const { people, page, report, open, decide } = await signalWorld()
    await report(people.reader)
    const first = await open(people.moderator, { quorum: 3 })
    await decide(first.id, [[people.ana, 'agree']])
    expect((await page()).signal.current?.state).toBe('reported')
    const second = await open(people.moderator)
    await decide(second.id, [
      [people.ana, 'agree'],
      [people.bashir, 'agree'],
    ])
    const { current, reports } = (await page()).signal
    expect([current?.state, reports[0]?.ballots.length]).toEqual(['landed', 2])
    expect((await refusal(report(people.bashir, { url: 'https://example.org/late' }))).code).toBe('conflict')
  })
})
