import { describe, expect, it } from 'vitest'
import { eventPrivate } from '../../../db/schema.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { redactPosition } from '../../../server/usecases/positions/redact-position.ts'
import { statePosition, withdrawPosition } from '../../../server/usecases/positions/state-position.ts'
import { reviewSignal } from '../../../server/usecases/signals/review-signal.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { accountPage } from '../../../server/views/account-page.ts'
import { moderationQueue } from '../../../server/views/moderation-queue.ts'
import { overview } from '../../../server/views/overview.ts'
import { searchPage } from '../../../server/views/search-page.ts'
import { strategyPage } from '../../../server/views/strategy-page.ts'
import { refusal } from '../../factories/argue-world.ts'
import { day, signalWorld } from '../../factories/signal-world.ts'

describe('positions of members', { timeout: 60_000 }, () => {
  it('[F13] [F14] [F15] [F16] are taken, changed and withdrawn, with their history and what would move them', async () => {
    const { deps, people, strategy, signalId } = await signalWorld()
    const state = (by: typeof people.ana | null, change: object = {}) =>
      statePosition(deps, by, { strategy, position: 'endorses', reason: 'It buys time.', ...change })
    const positions = async (viewer: typeof people.ana | null = null) =>
      (await strategyPage(deps, viewer, strategy)).positions
    expect(await state(people.ana, { exitSignalId: signalId })).toEqual({ act: 'taken' })
    await state(people.bashir, { position: 'opposes', exit: 'A pause is kept for a year.' })
    expect(await state(people.ana, { position: 'conditional', exitSignalId: signalId })).toEqual({ act: 'changed' })
    const { total, shown, movers, mine, may } = await positions(people.ana)
    expect([total, mine?.position, mine?.earlier.length, may]).toEqual([
      2,
      'conditional',
      1,
      { state: true, redact: false },
    ])
    expect(shown.map(({ name, position }) => `${name} ${position}`)).toEqual([
      'Ana Duarte conditional',
      'Bashir Noor opposes',
    ])
    expect(movers).toEqual([
      { signal: { version: 1, current: true }, n: 1 },
      { signal: null, n: 1 },
    ])
    expect(JSON.stringify(await searchPage(deps, null, { q: 'kept for a year' }))).toContain('positions')

    await withdrawPosition(deps, people.ana, { strategy })
    expect((await positions()).total).toBe(1)
    expect((await refusal(withdrawPosition(deps, people.ana, { strategy }))).code).toBe('conflict')
    expect((await refusal(state(people.ana, { reason: ' ' }))).field).toBe('reason')
    expect((await refusal(state(people.ana, { exit: 'x'.repeat(2_001) }))).field).toBe('exit')
    expect((await refusal(state(people.ana, { position: 'maybe' }))).field).toBe('position')
    expect((await refusal(state(people.ana, { exitSignalId: 'another' }))).code).toBe('conflict')
    expect((await refusal(state(people.reader))).code).toBe('not-allowed')
    expect((await refusal(state(null))).code).toBe('signed-out')
    await withdrawEntry(deps, people.moderator, { place: `strategies/${strategy}`, reason: 'A test.' })
    expect((await refusal(state(people.ana))).code).toBe('gone')
    expect(JSON.stringify(await searchPage(deps, null, { q: 'kept for a year' }))).not.toContain('#positions')
  })

  it('are redacted by a moderator: words, earlier words, search and leaves of the record', async () => {
    const { deps, people, strategy } = await signalWorld()
    const about = { strategy, position: 'endorses' }
    await statePosition(deps, people.ana, { ...about, reason: 'A secret zebra.' })
    await statePosition(deps, people.ana, { ...about, reason: 'Still the zebra.', exit: 'A zebra.' })
    const redaction = { strategy, actorId: people.ana.actorId, reason: 'A request.' }
    expect((await refusal(redactPosition(deps, people.bashir, redaction))).code).toBe('not-allowed')
    await redactPosition(deps, people.moderator, redaction)
    const everything = [
      await strategyPage(deps, people.moderator, strategy),
      await searchPage(deps, null, { q: 'zebra' }),
      await deps.store.read.select().from(eventPrivate),
    ]
    expect(JSON.stringify(everything).match(/zebra\./g)).toBeNull()
    expect((await strategyPage(deps, null, strategy)).positions.shown[0]).toMatchObject({
      position: 'endorses',
      reason: '',
    })
  })

  it('[F17] are asked again when the signal landed: withdraw, revise or re-affirm', async () => {
    const { deps, people, strategy, page, report, open, decide } = await signalWorld()
    const state = (by: typeof people.ana, position: string) =>
      statePosition(deps, by, { strategy, position, reason: 'For now.' })
    await state(people.ana, 'endorses')
    await state(people.bashir, 'conditional')
    await state(people.chidi, 'opposes')
    await state(people.facilitator, 'mixed')
    await report(people.reader)
    const ballot = await open(people.moderator)
    await decide(ballot.id, [
      [people.ana, 'agree'],
      [people.bashir, 'agree'],
    ])
    const held = async () => (await page()).signal.reports[0]
    expect((await held())?.held).toEqual({ held: 0, asked: 3, open: 3 })
    expect((await overview(deps, people.ana)).asked).toMatchObject([{ slug: strategy }])
    expect((await overview(deps, people.chidi)).asked).toEqual([])
    expect((await accountPage(deps, people.bashir, { sessionId: null })).positions.asked).toHaveLength(1)
    expect((await strategyPage(deps, people.ana, strategy)).positions.askedAt).not.toBeNull()

    expect(await state(people.ana, 'endorses')).toEqual({ act: 'reaffirmed' })
    expect(await state(people.bashir, 'evolved-away')).toEqual({ act: 'changed' })
    expect((await refusal(withdrawPosition(deps, people.facilitator, { strategy }))).field).toBe('reason')
    const after = await held()
    expect(after?.held).toEqual({ held: 1, asked: 3, open: 1 })
    expect(after?.calls.map(({ name, act }) => [name, act])).toEqual([
      ['Ana Duarte', 'reaffirmed'],
      ['Bashir Noor', 'changed'],
      ['Jun Watanabe', null],
    ])
    await withdrawPosition(deps, people.facilitator, { strategy, reason: 'It landed.' })
    expect((await held())?.held).toEqual({ held: 1, asked: 3, open: 0 })
    expect((await overview(deps, people.ana)).asked).toEqual([])
    // What is said later is no second answer.
    await state(people.ana, 'opposes')
    expect((await held())?.held).toEqual({ held: 1, asked: 3, open: 0 })
  })
})

describe('reviews of a signal', { timeout: 60_000 }, () => {
  it('[F8] [F11] come up for moderators, set the next one, and bound the signal in time', async () => {
    const { deps, people, strategy, signalId, page } = await signalWorld()
    const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
    const review = (by: typeof people.ana, change: object = {}) =>
      reviewSignal(deps, by, {
        strategy,
        signalId,
        note: 'Nothing yet.',
        next: dayOf(deps.now() + 10 * day),
        ...change,
      })
    expect((await refusal(review(people.ana))).code).toBe('not-allowed')
    expect((await refusal(review(people.moderator, { note: '' }))).field).toBe('note')
    expect((await refusal(review(people.moderator, { next: dayOf(deps.now()) }))).field).toBe('next')
    expect((await refusal(review(people.moderator, { bound: 'soon' }))).field).toBe('bound')
    expect((await refusal(review(people.moderator, { signalId: 'another' }))).code).toBe('conflict')
    await review(people.facilitator, { bound: dayOf(deps.now() + 5 * day) })
    expect((await page()).signal.current).toMatchObject({
      due: false,
      review: { by: 'Jun Watanabe', note: 'Nothing yet.' },
    })
    deps.setNow(deps.now() + 11 * day)
    expect((await moderationQueue(deps, people.moderator)).due).toMatchObject([{ slug: strategy }])
    await runDueJobs(deps)
    expect((await page()).signal.current?.state).toBe('expired')
    await review(people.moderator, { bound: '' })
    expect((await page()).signal.current).toMatchObject({ state: 'armed', bound: null, due: false })
  })
})
