import { describe, expect, it } from 'vitest'
import { inLastCall, lastCallFrom, mostRestarts, restartedUntil } from '../../../domain/ballots/last-call.ts'
import { openingFault, timesFault } from '../../../domain/ballots/opening.ts'
import { isDue, openingTimes, refusalOf } from '../../../domain/ballots/plan.ts'

const now = Date.UTC(2026, 10, 24, 12)
const minute = 60_000
const day = 24 * 60 * minute

describe('a planned ballot', () => {
  it('[B54] opens a minute to a year from now, and is open for a minute at least', () => {
    const fault = (opensAt: number, closesAt: number, lastCall: number | null = null) =>
      timesFault({ opensAt, closesAt, lastCall }, now)?.field
    expect(fault(now + day, now + 2 * day)).toBeUndefined()
    expect(fault(now, now + day)).toBe('opensAt')
    expect(fault(now - day, now + day)).toBe('opensAt')
    expect(fault(Number.NaN, now + day)).toBe('opensAt')
    expect(fault(now + 400 * day, now + 401 * day)).toBe('opensAt')
    expect(fault(now + day, now + day)).toBe('closesAt')
    expect(fault(now + day, now + 400 * day)).toBe('closesAt')
    expect(fault(now + day, now + 2 * day, day)).toBe('lastCall')
    const opening = { rule: 'simple-majority', parameters: {}, quorum: 1, electorate: 3, opensAt: now + day }
    expect(openingFault({ ...opening, closesAt: now + 2 * day }, now)).toBeNull()
    expect(openingFault({ ...opening, closesAt: now + minute }, now)?.field).toBe('closesAt')
  })

  it('[B55] opens at its time and not before; late, it stays open as long as was planned', () => {
    expect(isDue(now, now - 1)).toBe(false)
    expect(isDue(now, now)).toBe(true)
    const plan = { opensAt: now, closesAt: now + day }
    expect(openingTimes(plan, now + 900)).toEqual({ opensAt: now + 900, closesAt: now + day })
    expect(openingTimes(plan, now + 2 * day)).toEqual({ opensAt: now + 2 * day, closesAt: now + 3 * day })
  })

  it('[B56] is refused for the first thing that stands against it', () => {
    const ready = {
      draft: null,
      planner: null,
      held: null,
      missing: [],
      outdated: false,
      electorate: null,
      binding: true,
    }
    expect(refusalOf(ready)).toBeNull()
    expect(refusalOf({ ...ready, draft: 'Gone.', held: 'Held.' })).toBe('Gone.')
    expect(refusalOf({ ...ready, held: 'Held.' })).toBe('Held.')
    expect(refusalOf({ ...ready, missing: ['Bet'] })).toContain('Missing: Bet')
    expect(refusalOf({ ...ready, outdated: true })).toContain('Another version')
    expect(refusalOf({ ...ready, missing: ['Bet'], outdated: true, binding: false })).toBeNull()
    expect(refusalOf({ ...ready, electorate: 'Nobody.' })).toBe('Nobody.')
  })
})

describe('the last call', () => {
  const ballot = { closesAt: now + 3 * day, lastCall: day, lastCallRestarts: true }

  it('[B57] is the last stretch before the closing time', () => {
    expect(lastCallFrom(ballot)).toBe(now + 2 * day)
    expect(inLastCall(ballot, now + 2 * day - 1)).toBe(false)
    expect(inLastCall(ballot, now + 2 * day)).toBe(true)
    expect(inLastCall(ballot, ballot.closesAt)).toBe(false)
    expect(inLastCall({ ...ballot, lastCall: null }, now + 2 * day)).toBe(false)
  })

  it('[B58] begins anew with an objection, three times at most, and only where it was chosen', () => {
    const at = now + 2 * day + minute
    expect(restartedUntil(ballot, 0, at)).toBe(at + day)
    expect(restartedUntil(ballot, mostRestarts - 1, at)).toBe(at + day)
    expect(restartedUntil(ballot, mostRestarts, at)).toBeNull()
    expect(restartedUntil({ ...ballot, lastCallRestarts: false }, 0, at)).toBeNull()
    expect(restartedUntil(ballot, 0, now + day)).toBeNull()
    expect(restartedUntil(ballot, 0, ballot.closesAt)).toBeNull()
    // An objection in the very moment in which the last call begins has all of it before it.
    expect(restartedUntil(ballot, 0, now + 2 * day)).toBeNull()
  })
})
