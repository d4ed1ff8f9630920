import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandSize, dotsOf, xOf } from '../../../app/charts/band-geometry.ts'
import { bandOf, medianOf, readingState, showsMarkers } from '../../../domain/bands/band.ts'
import { earlierOf, standing } from '../../../domain/bands/moves.ts'
import { decideScale, onScale, plainDecimal, scaleMark, typedNumber } from '../../../domain/bands/scale.ts'

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((one) => one + 0)
const values = fc.array(value, { minLength: 3, maxLength: 40 })
const days = { unit: 'days', low: 0, high: 60, unstable: 'above' as const }

describe('the scale', () => {
  it('[Z1] is read from what people type', () => {
    expect(['12', ' 0.5 ', '0,5', '-3', '−3', '.5', '1.'].map(typedNumber)).toEqual([12, 0.5, 0.5, -3, -3, 0.5, 1])
    for (const typed of ['', 'twelve', '1e9', 'NaN', 'Infinity', '1 2', '<b>1</b>', '9'.repeat(40), undefined]) {
      expect(typedNumber(typed)).toBeNull()
    }
  })

  it('[Z1] refuses a comma that may part thousands, and no other', () => {
    expect(['1,000', '-12,500', '−999,999', ' 1,000 '].map(typedNumber)).toEqual([null, null, null, null])
    expect(['0,125', '1,25', '1,0000', '1000,125', '1.000'].map(typedNumber)).toEqual([0.125, 1.25, 1, 1000.125, 1])
  })

  it('[Z1] writes every number so that it is read back as the same', () => {
    expect([1e-7, -1.5e-9, 0, 12, -0.5, 1e12].map(plainDecimal)).toEqual([
      '0.0000001',
      '-0.0000000015',
      '0',
      '12',
      '-0.5',
      '1000000000000',
    ])
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (one) => {
        expect(typedNumber(plainDecimal(one))).toBe(one + 0)
      }),
    )
  })

  it('[Z4] is told from another one by all but the reading', () => {
    const marks = [days, { ...days, unit: 'weeks' }, { ...days, low: 1 }, { ...days, unstable: 'below' as const }]
    expect(new Set(marks.map(scaleMark)).size).toBe(4)
    expect(scaleMark({ ...days, ...{ reading: 3 } })).toBe(scaleMark(days))
  })

  it('[Z1] [Z2] has a length, and once a marker stands keeps unit, side and every marker', () => {
    expect(decideScale(null, { ...days, high: 0 }, [], false)).toBe('no-length')
    expect(decideScale(null, days, [], false)).toBe('set')
    expect(decideScale(days, { ...days, unit: 'weeks' }, [], false)).toBe('set')
    expect(decideScale(days, { ...days, unit: 'weeks' }, [7], true)).toBe('unit-stays')
    expect(decideScale(days, { ...days, unstable: 'below' }, [7], true)).toBe('side-stays')
    expect(decideScale(days, { ...days, low: 7, high: 8 }, [7], true)).toBe('set')
    expect(decideScale(days, { ...days, low: 8 }, [7], true)).toBe('marker-outside')
  })

  it('[Z2] tells nothing of the markers to who has placed none, whatever ends are tried', () => {
    const ends = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 51, max: 200 }))
    fc.assert(
      fc.property(ends, fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), ([low, high], markers) => {
        const same = low === days.low && high === days.high
        expect(decideScale(days, { ...days, low, high }, markers, false)).toBe(same ? 'set' : 'place-first')
      }),
    )
    expect(decideScale(days, { ...days }, [7], false)).toBe('set')
  })

  it('[Z4] takes its ends and nothing outside', () => {
    expect([0, 60, 30].map((one) => onScale(days, one))).toEqual([true, true, true])
    expect([-0.001, 60.001, Number.NaN].map((one) => onScale(days, one))).toEqual([false, false, false])
  })
})

describe('the band', () => {
  it('[Z6] is the middle half, as definition 7 gives it', () => {
    expect(bandOf([10, 20])).toBeNull()
    expect(bandOf([10, 20, 30])).toEqual({ low: 15, high: 25 })
    expect(bandOf([1, 2, 3, 4])).toEqual({ low: 1.75, high: 3.25 })
    expect(bandOf([5, 5, 5])).toEqual({ low: 5, high: 5 })
    expect([medianOf([]), medianOf([3]), medianOf([1, 4])]).toEqual([null, 3, 2.5])
  })

  it('[Z6] lies among the markers, and so within every scale that holds them', () => {
    fc.assert(
      fc.property(values, (all) => {
        const band = bandOf(all)
        expect(band).not.toBeNull()
        if (!band) return
        expect(band.low).toBeGreaterThanOrEqual(Math.min(...all))
        expect(band.high).toBeLessThanOrEqual(Math.max(...all))
        expect(band.low).toBeLessThanOrEqual(band.high)
        // Half of the group or more stands in it.
        const inside = all.filter((one) => one >= band.low && one <= band.high).length
        expect(inside * 2).toBeGreaterThanOrEqual(all.length - 2)
      }),
    )
  })

  it('[Z6] does not depend on the order of placing', () => {
    const twoOrders = values.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    )
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(bandOf(other)).toEqual(bandOf(one))
      }),
    )
  })

  it('[Z7] is neared from a tenth of the scale, on the stable side alone', () => {
    const band = { low: 20, high: 30 }
    const states = [0, 13.9, 14, 19.9, 20, 30, 30.1].map((one) => readingState(days, band, one))
    expect(states).toEqual(['clear', 'clear', 'nearing', 'nearing', 'inside', 'inside', 'beyond'])
    const down = { ...days, unstable: 'below' as const }
    const turned = [60, 36.1, 36, 30, 20, 19.9].map((one) => readingState(down, band, one))
    expect(turned).toEqual(['clear', 'clear', 'nearing', 'inside', 'inside', 'beyond'])
  })

  it('[Z5] shows the others to who has placed a marker, and then to everybody', () => {
    expect(showsMarkers({ resolved: false, placed: false })).toBe(false)
    expect(showsMarkers({ resolved: false, placed: true })).toBe(true)
    expect(showsMarkers({ resolved: true, placed: false })).toBe(true)
  })

  it('[Z4] counts the latest place of each member', () => {
    const moves = [
      { actorId: 'a', move: 2 },
      { actorId: 'b', move: 1 },
      { actorId: 'a', move: 1 },
      { actorId: 'a', move: 3 },
    ]
    expect(standing(moves)).toEqual([
      { actorId: 'a', move: 3 },
      { actorId: 'b', move: 1 },
    ])
  })
})

it('[Z4] shows the latest fifty of what one member said before', () => {
  const moves = Array.from({ length: 60 }, (_, i) => ({ actorId: 'a', move: 60 - i }))
  const others = Array.from({ length: 60 }, (_, i) => ({ actorId: 'b', move: i + 1 }))
  const earlier = earlierOf([...others, ...moves], { actorId: 'a', move: 60 })
  expect(earlier.map(({ move }) => move)).toEqual(Array.from({ length: 50 }, (_, i) => i + 10))
  expect(earlier.every(({ actorId }) => actorId === 'a')).toBe(true)
})

describe('its picture', () => {
  it('[Z3] draws what lies outside the scale at its end', () => {
    expect(xOf(days, -5)).toBe(xOf(days, 0))
    expect(xOf(days, 1e9)).toBe(xOf(days, 60))
    expect(xOf(days, 30)).toBe((xOf(days, 0) + xOf(days, 60)) / 2)
  })

  it('keeps every dot in the picture and no two over each other', () => {
    const drawings = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 60 })
    fc.assert(
      fc.property(drawings, (markers) => {
        const drawing = { low: 0, high: 60, markers, reading: null }
        const [dots, { width, top, axis }] = [dotsOf(drawing), bandSize(drawing)]
        expect(dots).toHaveLength(markers.length)
        for (const [i, one] of dots.entries()) {
          expect(one.x >= 5 && one.x <= width - 5 && one.y >= top && one.y + 5 <= axis).toBe(true)
          for (const other of dots.slice(i + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(10)
        }
      }),
    )
  })
})
