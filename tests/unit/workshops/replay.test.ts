import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earlierStep, laterStep, stepIn, stretchesOf } from '../../../domain/workshops/replay.ts'

const visits = [
  { from: 100, to: 200 },
  { from: 200, to: 300 },
  { from: 300, to: null },
]
const changes = [
  { seq: 5, at: 110 },
  { seq: 6, at: 200 },
  { seq: 7, at: 250 },
  { seq: 8, at: 900 },
]

describe('[R1] where a text stood at both ends of a phase', () => {
  it('is what was written before the moment it began, and until the moment it ended', () => {
    expect(stretchesOf(visits, changes, 4)).toEqual([
      { before: 4, after: 6 },
      { before: 5, after: 7 },
      { before: 7, after: 8 },
    ])
    expect(stretchesOf(visits, [], 4)).toEqual(visits.map(() => ({ before: 4, after: 4 })))
    expect(stretchesOf([], changes, 4)).toEqual([])
  })
})

describe('[R3] stepping through a replay', () => {
  const gaps = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 })

  it('comes from the beginning to the end and back over the same steps, and not beyond', () => {
    fc.assert(
      fc.property(gaps, fc.nat(9), (lengths, begun) => {
        let seq = begun
        const stretches = lengths.map((length) => {
          const before = seq
          seq += length
          return { before, after: seq }
        })
        const walked = [{ visit: 0, at: begun }]
        for (;;) {
          const next = laterStep(stretches, walked.at(-1) ?? { visit: 0, at: 0 })
          if (!next) break
          expect(stepIn(stretches, next)).toEqual(next)
          expect(earlierStep(stretches, next)).toEqual(walked.at(-1))
          walked.push(next)
        }
        expect(walked.at(-1)).toEqual({ visit: stretches.length - 1, at: seq })
        expect(walked).toHaveLength(lengths.reduce((sum, n) => sum + n, 0) + lengths.length)
        expect(earlierStep(stretches, { visit: 0, at: begun })).toBeNull()
      }),
    )
  })

  it('answers what is asked for and is not there with the nearest there is', () => {
    const stretches = stretchesOf(visits, changes, 4)
    expect(stepIn(stretches, { visit: null, at: null })).toEqual({ visit: 2, at: 8 })
    expect(stepIn(stretches, { visit: 1, at: null })).toEqual({ visit: 1, at: 7 })
    expect(stepIn(stretches, { visit: 1, at: 99 })).toEqual({ visit: 1, at: 7 })
    expect(stepIn(stretches, { visit: 1, at: 6 })).toEqual({ visit: 1, at: 6 })
    expect(stepIn([], { visit: 1, at: 6 })).toBeNull()
  })
})
