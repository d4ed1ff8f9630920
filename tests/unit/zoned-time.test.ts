import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isZone, localIn, momentIn } from '../../domain/text/zoned-time.ts'

describe('a time on the wall of a zone', () => {
  it('is read as the moment it shows, in winter and in summer', () => {
    expect(momentIn('2026-11-24T14:00', 'Europe/Lisbon')).toBe(Date.UTC(2026, 10, 24, 14))
    expect(momentIn('2026-07-24T14:00', 'Europe/Lisbon')).toBe(Date.UTC(2026, 6, 24, 13))
    expect(momentIn('2026-07-24T14:00', 'Asia/Kolkata')).toBe(Date.UTC(2026, 6, 24, 8, 30))
    expect(momentIn('2026-07-24T14:00', 'UTC')).toBe(Date.UTC(2026, 6, 24, 14))
  })

  it('is the first of two where the clock goes back, and no earlier than the leap where it goes on', () => {
    expect(momentIn('2026-10-25T01:30', 'Europe/Lisbon')).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(momentIn('2026-03-29T00:59', 'Europe/Lisbon')).toBe(Date.UTC(2026, 2, 29, 0, 59))
    expect(momentIn('2026-03-29T01:00', 'Europe/Lisbon')).toBe(Date.UTC(2026, 2, 29, 1))
    expect(momentIn('2026-03-29T01:30', 'Europe/Lisbon')).toBe(Date.UTC(2026, 2, 29, 1, 30))
    expect(momentIn('2026-03-29T02:00', 'Europe/Lisbon')).toBe(Date.UTC(2026, 2, 29, 1))
    expect(momentIn('2026-03-08T02:30', 'America/New_York')).toBe(Date.UTC(2026, 2, 8, 7, 30))
  })

  it('is nothing where it is no such time', () => {
    for (const typed of ['', 'tomorrow', '2026-11-24', '2026-13-01T10:00']) {
      expect(momentIn(typed, 'UTC')).toBeNaN()
    }
    expect([isZone('Europe/Lisbon'), isZone('UTC'), isZone('Mars/Olympus'), isZone('')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('goes there and back', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')
    const minute = fc.integer({ min: 0, max: 60_000_000 }).map((n) => n * 60_000)
    fc.assert(
      fc.property(minute, zone, (at, where) => {
        const back = momentIn(localIn(at, where), where)
        // The second of two equal times is read as the first, an hour before.
        expect([0, 3_600_000, 1_800_000]).toContain(at - back)
      }),
    )
  })
})
