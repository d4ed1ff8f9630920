import { describe, expect, it } from 'vitest'
import { freezeWords, nextRecount } from '../../domain/publishing/freeze.ts'

const one = { ballotId: 'b', words: 'its tally is not what the record says' }

describe('[P33] a recount', () => {
  it('freezes publication while a ballot differs, and says why', () => {
    expect(freezeWords(null)).toBeNull()
    expect(freezeWords({ differing: [] })).toBeNull()
    expect(freezeWords({ differing: [one] })).toMatch(/^Nothing is published .* a closed ballot does not come/)
    expect(freezeWords({ differing: [one, one] })).toContain('2 closed ballots do not')
  })

  it('comes every night at three in UTC, and every ten minutes while one differs', () => {
    const at = (hour: number, day = 24) => Date.UTC(2026, 10, day, hour)
    const next = (now: number) => nextRecount({ at: now, ballots: 3, differing: [] })
    expect([next(at(2)), next(at(3)), next(at(12))]).toEqual([at(3), at(3, 25), at(3, 25)])
    expect(nextRecount({ at: at(12), ballots: 3, differing: [one] })).toBe(at(12) + 600_000)
  })
})
