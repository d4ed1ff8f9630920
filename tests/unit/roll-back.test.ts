import { describe, expect, it } from 'vitest'
import { challengeThread } from '../../domain/publishing/challenges.ts'
import { rollBackFault, rollBackSummary } from '../../domain/publishing/roll-back.ts'

const version = (n: number, hash: string, kind: 'publish' | 'withdraw' = 'publish') => ({ n, hash, kind })

describe('[P16] rolling back', () => {
  it('goes to an earlier version that says something else', () => {
    expect(rollBackFault(version(3, 'c'), version(1, 'a'), 1)).toBeNull()
  })

  it('is refused where nothing would change, and says why', () => {
    expect(rollBackFault(version(3, 'c'), version(3, 'c'), 3)).toContain('is the current one')
    expect(rollBackFault(version(3, 'a'), version(1, 'a'), 1)).toContain('the very same as version 1')
    expect(rollBackFault(version(3, 'c'), null, 9)).toContain('no version 9')
    expect(rollBackFault(version(3, 'c'), version(2, 'b', 'withdraw'), 2)).toContain('no text')
  })

  it('brings a withdrawn entry back, also with the text it had last', () => {
    expect(rollBackFault(version(2, 'a', 'withdraw'), version(1, 'a'), 1)).toBeNull()
  })

  it('[P17] says so as its decision', () => {
    expect(rollBackSummary(2)).toBe('Rolled back to version 2 by a moderator.')
  })
})

it('[P18] a signal and a threshold are argued in their hearing, all else in a thread at its place', () => {
  expect(challengeThread('strategy', 'section/falsification').kind).toBe('falsification')
  expect(challengeThread('strategy', 'field/no-falsification-reason').kind).toBe('falsification')
  expect(challengeThread('strategy', 'section/overshoot').kind).toBe('threshold')
  expect(challengeThread('strategy', 'section/bet')).toEqual({ kind: 'general', title: 'Challenged: Bet' })
  expect(challengeThread('concept', 'entry').kind).toBe('general')
})
