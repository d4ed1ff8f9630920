import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showsPlaces } from '../../../domain/coordinates/shows.ts'
import { spreadOf } from '../../../domain/coordinates/split.ts'
import { draftStates } from '../../../domain/drafts/moves.ts'

const coercion = ['consent', 'market', 'friction', 'treaty', 'state-coercion', 'unilateral-force', 'mixed']
const values = coercion.map((id) => ({ id }))
const actors = ['states', 'firms', 'public', 'labs'].map((id) => ({ id }))
const on = (...placed: string[]) => spreadOf('coercion', values, placed)
const among = (...placed: string[]) => spreadOf('actor-in-control', actors, placed)

describe('an ordered axis', () => {
  it('[X3] differs by the steps from the lowest to the highest place on the line', () => {
    expect(on('market', 'treaty', 'friction')).toMatchObject({ n: 3, steps: 2, values: 3 })
    expect(on('treaty')).toMatchObject({ steps: 0 })
    expect(on('mixed', 'mixed')).toMatchObject({ steps: null, n: 2, split: null })
    expect(on()).toMatchObject({ n: 0, steps: null, split: null })
    expect(on('no-such-value')).toMatchObject({ n: 0, values: 0 })
  })

  it('[X5] splits into two clusters of two, two steps apart with nobody between', () => {
    expect(on('consent', 'consent', 'friction', 'friction').split).toEqual({
      sides: [['consent'], ['friction']],
      counts: [2, 2],
    })
    expect(on('consent', 'market', 'treaty', 'state-coercion').split).toMatchObject({ counts: [2, 2] })
    expect(on('consent', 'consent', 'market', 'market').split).toBeNull()
    expect(on('consent', 'consent', 'friction').split).toBeNull()
    expect(on('consent', 'consent', 'market', 'friction', 'treaty', 'treaty').split).toBeNull()
    expect(on('consent', 'consent', 'friction', 'unilateral-force', 'unilateral-force').split).toMatchObject({
      sides: [['consent', 'friction'], ['unilateral-force']],
    })
    expect(on('mixed', 'mixed', 'consent', 'consent').split).toBeNull()
  })

  it('[X5] does not depend on the order of placing, and its sides hold everybody on the line', () => {
    const placed = fc.array(fc.constantFrom(...coercion), { maxLength: 30 })
    fc.assert(
      fc.property(placed, (all) => {
        const { split, n, steps } = on(...all)
        expect(on(...[...all].reverse())).toEqual(on(...all))
        expect(n).toBe(all.length)
        if (!split) return
        expect(split.counts[0] + split.counts[1]).toBe(all.filter((one) => one !== 'mixed').length)
        expect(Math.min(...split.counts)).toBeGreaterThanOrEqual(2)
        expect(steps).toBeGreaterThanOrEqual(2)
      }),
    )
  })
})

describe('an axis without order', () => {
  it('[X4] differs by the number of values that somebody chose', () => {
    expect(among('states', 'firms', 'firms')).toMatchObject({ steps: null, values: 2, n: 3 })
  })

  it('[X6] splits where two values have two members each and a third of all, and no third has as many', () => {
    expect(among('states', 'states', 'labs', 'labs').split).toEqual({ sides: [['states'], ['labs']], counts: [2, 2] })
    expect(among('labs', 'states', 'labs', 'states', 'firms').split).toMatchObject({ counts: [2, 2] })
    expect(among('states', 'states', 'labs').split).toBeNull()
    expect(among('states', 'states', 'labs', 'labs', 'firms', 'firms').split).toBeNull()
    expect(among('states', 'states', 'states', 'states', 'states', 'labs', 'labs').split).toBeNull()
  })
})

it('[X2] places are shown to who has placed it, and once the draft is decided', () => {
  expect(draftStates.filter((state) => showsPlaces({ state, placed: false }))).toEqual([
    'promoted',
    'returned',
    'published',
  ])
  expect(draftStates.every((state) => showsPlaces({ state, placed: true }))).toBe(true)
})
