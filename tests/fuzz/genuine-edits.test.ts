import { expect, it } from 'vitest'
import type { Round } from '../factories/genuine-round.ts'
import { genuineRound } from '../factories/genuine-round.ts'

/** A short version of `npm run soak:genuine`. */
it.each([
  ['our editor', true],
  ['any Lexical editor', false],
])('[A6] refuses no genuine edit of %s', { timeout: 120_000 }, (_name, ours) => {
  const rounds: Round[] = []
  for (let seed = 1; seed <= 4; seed += 1) rounds.push(genuineRound({ seed, steps: 150, ours }))
  expect(rounds.flatMap(({ refused }) => refused)).toEqual([])
  expect(rounds.flatMap(({ apart }) => apart)).toEqual([])
  expect(rounds.map(({ views }) => views.unmended)).toEqual(rounds.map(() => 0))
  expect(rounds.map(({ views }) => views.unnoticed)).toEqual(rounds.map(() => 0))
  const edits = rounds.reduce((sum, round) => sum + round.edits, 0)
  const reopened = rounds.reduce((sum, round) => sum + round.reopened, 0)
  expect(edits).toBeGreaterThan(1_000)
  expect(reopened).toBeLessThan(edits / 100)
})
