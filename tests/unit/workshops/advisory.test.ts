import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stances } from '../../../domain/threads/reactions.ts'
import { advisorySources, isRevealed, readCounts, stanceLine, sumAdvisory } from '../../../domain/workshops/advisory.ts'
import { phaseKinds, projections } from '../../../domain/workshops/words.ts'

it('[V4] sums what was taken alike and never mixes how it was taken', () => {
  const rows = fc.array(
    fc.record({
      answer: fc.constantFrom(...stances),
      count: fc.nat(500),
      source: fc.constantFrom(...advisorySources),
    }),
  )
  fc.assert(
    fc.property(rows, (given) => {
      const sums = sumAdvisory(given)
      for (const source of advisorySources) {
        const own = given.filter((row) => row.source === source)
        if (own.length === 0) expect(sums[source]).toBeNull()
        for (const answer of stances) {
          const all = own.filter((row) => row.answer === answer).reduce((sum, { count }) => sum + count, 0)
          expect(sums[source]?.[answer] ?? 0).toBe(all)
        }
      }
    }),
  )
  expect(stanceLine({ agree: 12, unsure: 1, disagree: 3 })).toBe('12 agree · 1 unsure · 3 disagree')
})

it('[V4] reads counts, an empty field as none, and names the field that is no count', () => {
  expect(readCounts({ agree: ' 12 ', unsure: '', disagree: '3' })).toEqual({
    counts: { agree: 12, unsure: 0, disagree: 3 },
  })
  expect(readCounts({ agree: '1', unsure: '', disagree: '-3' })).toMatchObject({ field: 'disagree' })
  expect(readCounts({ agree: '', unsure: '12345', disagree: '' })).toMatchObject({ field: 'unsure' })
  expect(readCounts({ agree: '', unsure: ' ', disagree: '' })).toMatchObject({ field: 'agree' })
})

describe('[V6] the result of a ballot', () => {
  it('is shown by no room before it has closed', () => {
    for (const kind of [...phaseKinds, null]) {
      for (const projector of projections) {
        for (const state of ['open', 'scheduled', 'void'])
          expect(isRevealed({ state }, { kind, projector })).toBe(false)
      }
    }
  })

  it('waits in the ballot phase until a facilitator has the wall show it', () => {
    const closed = { state: 'closed' }
    expect(isRevealed(closed, { kind: 'ballot', projector: 'follow' })).toBe(false)
    expect(isRevealed(closed, { kind: 'ballot', projector: 'result' })).toBe(true)
    expect(isRevealed(closed, { kind: 'reveal', projector: 'follow' })).toBe(true)
    expect(isRevealed(closed, { kind: null, projector: 'follow' })).toBe(true)
  })
})
