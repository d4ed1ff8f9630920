import { expect, it } from 'vitest'
import { claimJobs, dateJob, finishJob } from '../../db/queries/jobs.ts'
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
