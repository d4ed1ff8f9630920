import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../domain/workshops/clock.ts'
import {
  addMinutes,
  isLockedByTime,
  lateBy,
  lockGraceMs,
  locksAt,
  pauseClock,
  remaining,
  resumeClock,
  spreadOverrun,
  startClock,
} from '../../../domain/workshops/clock.ts'
import { canUndo, undoMs } from '../../../domain/workshops/undo.ts'

const minute = 60_000
const span = fc.integer({ min: 0, max: 3 * 60 * minute })
const minutes = fc.integer({ min: 1, max: 60 })
const noLimit: Clock = startClock(0, 1_000)

describe('the clock', () => {
  it('[C1] counts down by the server’s time, whenever it is asked, and below zero', () => {
    fc.assert(
      fc.property(minutes, span, (length, later) => {
        const clock = startClock(length, 0)
        // What is kept is all there is: read back after a restart it says the same.
        const again: Clock = JSON.parse(JSON.stringify(clock))
        expect(remaining(again, later)).toBe(length * minute - later)
      }),
    )
    expect(remaining(noLimit, 99)).toBeNull()
  })

  it('[C2] loses nothing to pauses, however many and however long', () => {
    const pauses = fc.array(fc.record({ after: span, long: span }), { maxLength: 10 })
    fc.assert(
      fc.property(minutes, pauses, (length, stops) => {
        let now = 0
        let ran = 0
        let clock = startClock(length, now)
        for (const { after, long } of stops) {
          now += after
          ran += after
          const paused = pauseClock(clock, now)
          expect(paused && pauseClock(paused, now)).toBeNull()
          expect(paused && remaining(paused, now + long)).toBe(length * minute - ran)
          now += long
          clock = (paused && resumeClock(paused, now)) ?? clock
          expect(resumeClock(clock, now)).toBeNull()
        }
        expect(remaining(clock, now)).toBe(length * minute - ran)
      }),
    )
    expect(pauseClock(noLimit, 5)).toBeNull()
  })

  it('[C3] adds and takes minutes of what is left, paused or not, never below now', () => {
    const change = fc.integer({ min: -10, max: 10 })
    fc.assert(
      fc.property(minutes, span, change, fc.boolean(), (length, now, by, paused) => {
        const running = startClock(length, 0)
        const clock = paused ? (pauseClock(running, now) ?? running) : running
        const before = remaining(clock, now) ?? 0
        const changed = addMinutes(clock, by, now)
        const after = changed && remaining(changed, now)
        if (before >= 0) expect(after).toBe(Math.max(0, before + by * minute))
        else expect(after).toBe(by > 0 ? by * minute : before)
        expect(changed?.pausedLeft === null).toBe(!paused)
      }),
    )
    expect(addMinutes(noLimit, 5, 0)).toBeNull()
  })

  it('[C4] takes an overrun from the rest, whole minutes, in proportion, and leaves each at least one', () => {
    const rest = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 })
    const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
    fc.assert(
      fc.property(rest, fc.integer({ min: -5, max: 200 }), (before, overrun) => {
        const after = spreadOverrun(before, overrun)
        const spare = sum(before.map((one) => Math.max(0, one - 1)))
        expect(sum(before) - sum(after)).toBe(Math.min(spare, Math.max(0, overrun)))
        for (const [i, one] of after.entries()) {
          expect(Number.isInteger(one)).toBe(true)
          expect(one).toBeGreaterThanOrEqual(Math.min(1, before[i] ?? 0))
          expect(one).toBeLessThanOrEqual(before[i] ?? 0)
        }
        // A longer phase never gives less than a shorter one.
        for (const [i, a] of before.entries()) {
          for (const [j, b] of before.entries()) {
            if (a > b + 1) expect(a - (after[i] ?? 0)).toBeGreaterThanOrEqual(b - (after[j] ?? 0) - 1)
          }
        }
      }),
    )
  })

  it('[C5] is late by what was overrun, and no more once that is spread', () => {
    const agenda = [10, 10, 11, 21].map((planned) => ({ planned, now: planned }))
    const clock = startClock(10, 0)
    const at = (now: number, minutesOf = agenda) =>
      lateBy({ ...clock, startedAt: 0, phase: 1, minutes: minutesOf }, now)
    expect(at(4 * minute)).toBe(0)
    expect(at(16 * minute)).toBe(6 * minute)
    const rest = spreadOverrun([10, 11, 21], 6)
    const spread = agenda.map((one, i) => (i === 0 ? one : { ...one, now: rest[i - 1] ?? 0 }))
    expect(at(16 * minute, spread)).toBe(0)
    // Gone on to the second phase after four minutes: six ahead.
    expect(lateBy({ ...startClock(10, 4 * minute), startedAt: 0, phase: 2, minutes: agenda }, 4 * minute)).toBe(
      -6 * minute,
    )
  })

  it('[C6] locks the writing fifteen seconds after the end where the phase says so; more time opens it again', () => {
    const clock = startClock(1, 0)
    expect(locksAt(clock, true)).toBe(minute + lockGraceMs)
    expect(isLockedByTime(clock, true, minute + lockGraceMs - 1)).toBe(false)
    expect(isLockedByTime(clock, true, minute + lockGraceMs)).toBe(true)
    expect(isLockedByTime(clock, false, 10 * minute)).toBe(false)
    const more = addMinutes(clock, 1, minute + lockGraceMs)
    expect(more && isLockedByTime(more, true, minute + lockGraceMs)).toBe(false)
    const paused = pauseClock(clock, 0)
    expect(paused && isLockedByTime(paused, true, 10 * minute)).toBe(false)
  })
})

it('[U1] is undone within ten seconds', () => {
  expect(canUndo({ at: 0 }, undoMs)).toBe(true)
  expect(canUndo({ at: 0 }, undoMs + 1)).toBe(false)
  expect(canUndo(null, 0)).toBe(false)
})
