import { describe, expect, it } from 'vitest'
import { lastDigestAt, zoneOf } from '../../../domain/mail/digest-times.ts'

const daily = { rhythm: 'daily', digestHour: 7, digestDay: 1, timeZone: 'Europe/Lisbon' } as const
const at = (iso: string) => Date.parse(iso)
const iso = (rhythm: Parameters<typeof lastDigestAt>[0], now: string) =>
  new Date(lastDigestAt(rhythm, at(now))).toISOString()

describe('[I22] when a digest is due', () => {
  it('is at the chosen hour of the own zone, winter and summer', () => {
    expect(iso(daily, '2026-01-15T07:00:00Z')).toBe('2026-01-15T07:00:00.000Z')
    expect(iso(daily, '2026-01-15T06:59:59Z')).toBe('2026-01-14T07:00:00.000Z')
    expect(iso(daily, '2026-07-15T06:00:00Z')).toBe('2026-07-15T06:00:00.000Z')
    expect(iso({ ...daily, timeZone: 'Asia/Kathmandu' }, '2026-07-15T12:00:00Z')).toBe('2026-07-15T01:15:00.000Z')
    expect(iso({ ...daily, timeZone: 'Pacific/Auckland' }, '2026-07-15T12:00:00Z')).toBe('2026-07-14T19:00:00.000Z')
  })

  it('is once a week on the chosen day', () => {
    const weekly = { ...daily, rhythm: 'weekly', digestDay: 7 } as const
    expect(iso(weekly, '2026-01-14T12:00:00Z')).toBe('2026-01-11T07:00:00.000Z')
    expect(iso(weekly, '2026-01-11T06:59:00Z')).toBe('2026-01-04T07:00:00.000Z')
    expect(iso({ ...weekly, digestDay: 3 }, '2026-01-14T12:00:00Z')).toBe('2026-01-14T07:00:00.000Z')
  })

  it.each([
    ['the hour that is leapt over', 1, '2026-03-29'],
    ['the hour that comes twice', 1, '2026-10-25'],
  ])('comes once on a day with %s', (_what, digestHour, date) => {
    const seen = new Set<number>()
    for (let quarter = 0; quarter < 4 * 36; quarter += 1) {
      seen.add(lastDigestAt({ ...daily, digestHour }, at(`${date}T00:00:00Z`) - 4 * 3_600_000 + quarter * 900_000))
    }
    const days = [...seen].filter((moment) => new Date(moment).toISOString().startsWith(date))
    expect(days).toHaveLength(1)
  })

  it('never lies ahead and never goes back', () => {
    for (const timeZone of ['Europe/Lisbon', 'Australia/Lord_Howe', 'UTC']) {
      let before = 0
      for (let now = at('2026-03-26T00:00:00Z'); now < at('2026-04-08T00:00:00Z'); now += 900_000) {
        const moment = lastDigestAt({ ...daily, digestHour: 2, timeZone }, now)
        expect(moment).toBeLessThanOrEqual(now)
        expect(moment).toBeGreaterThanOrEqual(before)
        before = moment
      }
    }
  })

  it('is at the hour of UTC without a zone, and with one that nobody knows', () => {
    expect(iso({ ...daily, timeZone: null }, '2026-07-15T12:00:00Z')).toBe('2026-07-15T07:00:00.000Z')
    expect(iso({ ...daily, timeZone: 'Mars/Olympus' }, '2026-07-15T12:00:00Z')).toBe('2026-07-15T07:00:00.000Z')
    expect(zoneOf('Mars/Olympus')).toBe('UTC')
  })
})
