import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { findEntry } from '../../../db/queries/entries.ts'
import { listCalls } from '../../../db/queries/signals.ts'
import { users } from '../../../db/schema.ts'
import { changeName } from '../../../server/usecases/accounts/change-name.ts'
import { redactPosition } from '../../../server/usecases/positions/redact-position.ts'
import { statePosition, withdrawPosition } from '../../../server/usecases/positions/state-position.ts'
import { withdrawEntry } from '../../../server/usecases/versions/withdraw-entry.ts'
import { moderationQueue } from '../../../server/views/moderation-queue.ts'
import { myPositions } from '../../../server/views/my-positions.ts'
import { searchPage } from '../../../server/views/search-page.ts'
import { refusal } from '../../factories/argue-world.ts'
import { signalWorld } from '../../factories/signal-world.ts'

describe('members and their positions', { timeout: 60_000 }, () => {
  it('[F13] [F10] are shown and found by their new name, and kept pages are made again', async () => {
    const { deps, people, strategy, report, page } = await signalWorld()
    const revision = async () => (await findEntry(deps.store.read, 'strategy', strategy))?.publicRevision ?? 0
    await statePosition(deps, people.ana, { strategy, position: 'endorses', reason: 'A walrus.' })
    await report(people.reader)
    const before = await revision()
    await changeName(deps, people.ana, { name: 'Ana Quintero' })
    expect(await revision()).toBe(before + 1)
    const found = JSON.stringify(await searchPage(deps, null, { q: 'walrus' }))
    expect([found.includes('Quintero'), found.includes('Ana Duarte')]).toEqual([true, false])
    await changeName(deps, people.reader, { name: 'Ebru Yildiz' })
    expect(await revision()).toBe(before + 2)
    expect((await page()).signal.reports[0]?.by).toBe('Ebru Yildiz')
    await changeName(deps, people.chidi, { name: 'Chidi Eze' })
    expect(await revision()).toBe(before + 2)
  })

  it('[F13] show the last statements, not the repeated ones, and list who withdrew apart, to be redacted too', async () => {
    const { deps, people, strategy, page } = await signalWorld()
    const state = (reason: string) => statePosition(deps, people.ana, { strategy, position: 'endorses', reason })
    for (let n = 1; n <= 9; n += 1) await state(`Reason ${n}.`)
    await state('Reason 9.')
    const [shown] = (await page()).positions.shown
    expect(shown).toMatchObject({ reason: 'Reason 9.', older: 3 })
    expect(shown?.earlier.map(({ reason }) => reason)).toEqual([8, 7, 6, 5, 4].map((n) => `Reason ${n}.`))

    await withdrawPosition(deps, people.ana, { strategy, reason: 'A heron.' })
    const { total, former } = (await page()).positions
    expect([total, former.map(({ name, reason }) => `${name} ${reason}`)]).toEqual([0, ['Ana Duarte A heron.']])
    expect(former[0]?.earlier[0]?.reason).toBe('Reason 9.')
    const reason = 'A request.'
    await redactPosition(deps, people.moderator, { strategy, actorId: people.ana.actorId, reason })
    expect((await page()).positions.former[0]).toMatchObject({ reason: '', position: null })
  })

  it('[F17] asks those who are members when the signal lands', async () => {
    const { deps, people, strategy, report, open, decide, page } = await signalWorld()
    for (const by of [people.ana, people.bashir, people.chidi])
      await statePosition(deps, by, { strategy, position: 'endorses', reason: 'For now.' })
    await report(people.reader)
    const { id } = await open(people.moderator)
    const set = (actorId: string, change: Partial<typeof users.$inferInsert>) =>
      deps.store.tx(async (q) => {
        await q.update(users).set(change).where(eq(users.actorId, actorId))
      })
    await set(people.bashir.actorId, { role: 'reader' })
    await set(people.chidi.actorId, { suspendedAt: deps.now() })
    await decide(id, [
      [people.ana, 'agree'],
      [people.facilitator, 'agree'],
    ])
    expect((await page()).signal.reports[0]?.calls.map(({ name }) => name)).toEqual(['Ana Duarte'])
  })

  it('[F14] [F17] asks nobody about a withdrawn strategy, whose position can be taken back', async () => {
    const { deps, people, strategy, report } = await signalWorld()
    const held = (by: typeof people.ana) => myPositions(deps.store.read, by.actorId)
    for (const by of [people.ana, people.bashir])
      await statePosition(deps, by, { strategy, position: 'endorses', reason: 'For now.' })
    await report(people.reader)
    expect((await moderationQueue(deps, people.moderator)).reports).toHaveLength(1)
    await withdrawEntry(deps, people.moderator, { place: `strategies/${strategy}`, reason: 'A test.' })
    expect((await moderationQueue(deps, people.moderator)).reports).toEqual([])
    expect((await held(people.ana)).held).toMatchObject([{ slug: strategy, withdrawn: true }])
    expect((await refusal(statePosition(deps, people.ana, { strategy, position: 'mixed', reason: 'No.' }))).code).toBe(
      'gone',
    )
    await withdrawPosition(deps, people.ana, { strategy })
    expect((await held(people.ana)).held).toEqual([])

    const other = await signalWorld()
    await statePosition(other.deps, other.people.ana, { strategy, position: 'endorses', reason: 'For now.' })
    await other.report(other.people.reader)
    const ballot = await other.open(other.people.moderator)
    await withdrawEntry(other.deps, other.people.moderator, { place: `strategies/${strategy}`, reason: 'A test.' })
    await other.decide(ballot.id, [
      [other.people.ana, 'agree'],
      [other.people.bashir, 'agree'],
    ])
    expect((await myPositions(other.deps.store.read, other.people.ana.actorId)).asked).toEqual([])
  })

  it('[F17] reminds nobody of a call while the strategy is withdrawn, and a withdrawal answers it', async () => {
    const { deps, people, strategy, report, open, decide } = await signalWorld()
    const asked = async (by: typeof people.ana) => (await myPositions(deps.store.read, by.actorId)).asked
    await statePosition(deps, people.ana, { strategy, position: 'endorses', reason: 'For now.' })
    const { reportId } = await report(people.reader)
    const { id } = await open(people.moderator)
    await decide(id, [
      [people.ana, 'agree'],
      [people.bashir, 'agree'],
    ])
    expect(await asked(people.ana)).toHaveLength(1)
    await withdrawEntry(deps, people.moderator, { place: `strategies/${strategy}`, reason: 'A test.' })
    expect(await asked(people.ana)).toEqual([])
    await withdrawPosition(deps, people.ana, { strategy })
    expect(await listCalls(deps.store.read, [reportId])).toMatchObject([{ name: 'Ana Duarte', act: 'withdrawn' }])
  })
})
