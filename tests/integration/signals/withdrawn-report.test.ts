import { describe, expect, it } from 'vitest'
import { sourceLimit } from '../../../domain/signals/source.ts'
import { castVote } from '../../../server/usecases/ballots/cast-vote.ts'
import { closeBallot } from '../../../server/usecases/ballots/close-ballot.ts'
import { deleteContribution } from '../../../server/usecases/threads/delete-contribution.ts'
import { resolveThread } from '../../../server/usecases/threads/resolve-thread.ts'
import { moderationQueue } from '../../../server/views/moderation-queue.ts'
import { signalsPage } from '../../../server/views/signals-page.ts'
import { refusal } from '../../factories/argue-world.ts'
import { aSource, day, signalWorld } from '../../factories/signal-world.ts'

describe('a report without a source', { timeout: 60_000 }, () => {
  async function reported() {
    const world = await signalWorld()
    const { deps, people, page, report } = world
    const { threadId, reportId } = await report(people.ana)
    const erase = async () => {
      const sources = (await page()).signal.reports.flatMap((one) => one.sources)
      const living = sources.filter(({ url }) => url !== '')
      for (const { id } of living) await deleteContribution(deps, people.moderator, { contributionId: id })
    }
    return { ...world, threadId, reportId, erase }
  }

  it('[F18] ends as withdrawn with its last source, and can be made anew', async () => {
    const { deps, people, page, report, erase, open, threadId, reportId, strategy } = await reported()
    await report(people.bashir, { url: 'https://example.org/second' })
    const first = (await page()).signal.reports[0]?.sources[0]?.id ?? ''
    await deleteContribution(deps, people.moderator, { contributionId: first })
    expect((await page()).signal.current?.state).toBe('reported')
    await erase()
    const { current, reports } = (await page()).signal
    expect([current?.state, reports.map(({ state }) => state)]).toEqual(['armed', ['withdrawn']])
    expect((await refusal(open(people.moderator, { reportId }))).code).toBe('conflict')
    expect((await moderationQueue(deps, people.moderator)).reports).toEqual([])
    expect((await signalsPage(deps, null, '?state=armed')).lines.find(({ slug }) => slug === strategy)).toMatchObject({
      report: null,
    })
    // Nothing waits in the hearing any more.
    await resolveThread(deps, people.moderator, { threadId, outcome: 'set-aside', reason: 'Nothing is left.' })
    const again = await report(people.ana)
    expect(again).toMatchObject({ joined: false })
    expect((await page()).signal.current?.state).toBe('reported')
  })

  it('[F18] goes on to its ballot while that is open, and ends when it closes without a quorum', async () => {
    const { people, page, open, decide, erase } = await reported()
    const { id } = await open(people.moderator, { quorum: 4 })
    await erase()
    expect((await page()).signal.current?.state).toBe('reported')
    await decide(id, [[people.ana, 'agree']])
    const { current, reports } = (await page()).signal
    expect([current?.state, reports[0]?.state]).toEqual(['armed', 'withdrawn'])
  })

  it('[F10] takes ten sources a day from one person', async () => {
    const { deps, people, report } = await reported()
    const more = (n: number) => report(people.ana, { url: `${aSource.url}/${n}` })
    for (let n = 1; n < sourceLimit.most; n += 1) await more(n)
    expect((await refusal(more(99))).code).toBe('too-many')
    await report(people.bashir, { url: 'https://example.org/another' })
    deps.setNow(deps.now() + day + 1)
    expect((await more(99)).joined).toBe(true)
  })

  it('[F19] asks for a day and a quarter of the members, and closes early after both or with everybody', async () => {
    const { deps, people, open } = await reported()
    const now = deps.now()
    expect((await refusal(open(people.facilitator, { closesAt: now + day / 2 }))).field).toBe('closesAt')
    expect((await refusal(open(people.facilitator, { quorum: { share: 0.01 } }))).field).toBe('quorum')
    expect((await refusal(open(people.facilitator, { quorum: 1 }))).field).toBe('quorum')
    const { id: ballotId } = await open(people.facilitator, { closesAt: now + day })
    const close = () => closeBallot(deps, people.moderator, { ballotId, reason: 'Enough.' })
    const { reader: _reader, ...members } = people
    for (const by of Object.values(members).slice(1)) {
      await castVote(deps, by, { ballotId, choice: 'agree' })
      expect((await refusal(close())).code).toBe('not-ready')
    }
    await castVote(deps, people.ana, { ballotId, choice: 'agree' })
    expect((await close()).outcome?.result).toBe('adopted')
  })
})
