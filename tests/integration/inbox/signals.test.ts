import { expect, test } from 'vitest'
import { jobs } from '../../../db/schema.ts'
import { firstReviewAfter } from '../../../domain/signals/signal.ts'
import { runDueJobs } from '../../../server/jobs/run-due-jobs.ts'
import { createServices } from '../../../server/services.ts'
import { scheduleMissingReviews } from '../../../server/usecases/signals/schedule-review.ts'
import { inboxOf } from '../../factories/inbox-of.ts'
import { day, signalWorld } from '../../factories/signal-world.ts'

test('those with a position hear of a report; when it lands those who hold are asked, until they answer', async () => {
  const { deps, people, strategy, report, open, decide } = await signalWorld()
  const services = createServices(deps)
  const { ana, bashir, chidi, facilitator, moderator, reader } = people
  await services.statePosition(ana, { strategy, position: 'endorses', reason: 'It buys time.' })
  await services.statePosition(bashir, { strategy, position: 'opposes', reason: 'It does not hold.' })
  await report(chidi)
  expect((await inboxOf(deps, ana)).watching).toEqual(['signal-reported'])
  expect((await inboxOf(deps, bashir)).watching).toEqual(['signal-reported'])
  expect((await inboxOf(deps, facilitator)).watching).toContain('report-open')
  const { id } = await open(facilitator)
  expect((await inboxOf(deps, ana)).needs).toEqual(['ballot'])
  expect((await inboxOf(deps, reader)).needs).toEqual([])
  await decide(id, [
    [ana, 'agree'],
    [bashir, 'agree'],
    [chidi, 'agree'],
  ])
  expect((await inboxOf(deps, ana)).needs).toContain('position-asked')
  // The other side, and who reported, hear how it ended and are asked nothing.
  for (const other of [bashir, chidi]) {
    const { needs, watching } = await inboxOf(deps, other)
    expect(needs).toEqual([])
    expect(watching).toContain('signal-decided')
  }
  await services.statePosition(ana, { strategy, position: 'endorses', reason: 'It still buys time.' })
  expect((await inboxOf(deps, ana)).needs).toEqual([])
  expect((await inboxOf(deps, moderator)).needs).toEqual(['statement-asked'])
})

test('a signal that is due for review waits for those who tend it, until somebody has looked', async () => {
  const { deps, people, strategy, signalId } = await signalWorld()
  const services = createServices(deps)
  const { facilitator, moderator, ana } = people
  deps.setNow(deps.now() + firstReviewAfter + day)
  await runDueJobs(deps)
  const due = async (who: typeof ana) =>
    (await services.inboxPage(who, null)).groups.filter(({ href }) => href === `/signals/${strategy}#review`)
  expect(await due(facilitator)).toMatchObject([{ items: [{ why: 'A signal is due for review' }] }])
  expect(await due(ana)).toEqual([])
  const next = new Date(deps.now() + 90 * day).toISOString().slice(0, 10)
  await services.reviewSignal(moderator, { strategy, signalId, note: 'Nothing yet.', next })
  expect(await due(facilitator)).toEqual([])
  deps.setNow(deps.now() + 91 * day)
  await runDueJobs(deps)
  expect(await due(facilitator)).toHaveLength(1)
})

test('signals that were armed before there were reminders get theirs', async () => {
  const { deps } = await signalWorld()
  const before = await deps.store.read.select({ key: jobs.key }).from(jobs)
  await deps.store.tx(async (q) => {
    await q.delete(jobs)
    await scheduleMissingReviews(deps, q)
    await scheduleMissingReviews(deps, q)
  })
  const after = await deps.store.read.select({ key: jobs.key }).from(jobs)
  expect(before.length).toBeGreaterThan(10)
  expect(after.map(({ key }) => key).sort()).toEqual(before.map(({ key }) => key).sort())
})
