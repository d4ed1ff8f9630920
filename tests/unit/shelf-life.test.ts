import { describe, expect, it } from 'vitest'
import { planFault } from '../../domain/publishing/plan.ts'
import { inAYear, isPast, readShelfLife } from '../../domain/publishing/shelf-life.ts'

const now = Date.UTC(2026, 10, 24, 12)
const read = (review: string, expires = '') => readShelfLife({ review, expires }, now)

describe('[P21] the days of a version', () => {
  it('are days to come, or none', () => {
    expect(read('')).toEqual({ reviewAt: null, expiresAt: null })
    expect(read(' 2027-11-24 ')).toEqual({ reviewAt: Date.UTC(2027, 10, 24), expiresAt: null })
    expect(read('', '2028-01-01')).toEqual({ reviewAt: null, expiresAt: Date.UTC(2028, 0, 1) })
    expect(read('2027-11-24', '2027-11-24')).toMatchObject({ expiresAt: Date.UTC(2027, 10, 24) })
  })

  it('are refused by field and in words where they are no days, past, too far, or in the wrong order', () => {
    expect(read('soon')).toMatchObject({ field: 'review', words: expect.stringContaining('as in 2027-11-24') })
    expect(read('2027-02-30')).toMatchObject({ field: 'review' })
    expect(read('2026-11-24')).toMatchObject({ field: 'review', words: 'Give a day after 2026-11-24.' })
    expect(read('2040-01-01')).toMatchObject({ field: 'review' })
    expect(read('', 'x')).toMatchObject({ field: 'expires' })
    expect(read('2027-11-24', '2027-11-23')).toMatchObject({ field: 'expires' })
  })

  it('are past from their first moment on', () => {
    expect([isPast(null, now), isPast(now + 1, now), isPast(now, now)]).toEqual([false, false, true])
    expect(inAYear(now)).toBe('2027-11-24')
  })
})

it('[P25] a publication is planned for a moment to come, within a year', () => {
  expect(planFault(now + 1, now)).toBeNull()
  for (const at of [Number.NaN, now, now - 1, now + 400 * 86_400_000]) expect(planFault(at, now)).not.toBeNull()
})
