import { expect, it } from 'vitest'
import type { FuzzTotal } from '../factories/fuzz-run.ts'
import { fuzzRun } from '../factories/fuzz-run.ts'

/** A short version of `npm run soak:fuzz`. */
it('[A1]–[A6] 100,000 frames break nothing', { timeout: 300_000 }, () => {
  const total: FuzzTotal = { frames: 0, admitted: 0, refused: {}, broken: [] }
  for (let seed = 1; seed <= 200; seed += 1) fuzzRun(total, seed, 500)
  expect(total.broken).toEqual([])
  expect(total.frames).toBe(100_000)
  expect(total.admitted).toBeGreaterThan(5_000)
  for (const why of ['malformed', 'incomplete', 'shape', 'foreign-client']) {
    expect(total.refused[why], why).toBeGreaterThan(500)
  }
})
