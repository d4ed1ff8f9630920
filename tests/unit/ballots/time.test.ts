import { describe, expect, it } from 'vitest'
import { extensionFault, isLater, mostExtensions, openFor } from '../../../domain/ballots/time.ts'

const opensAt = Date.UTC(2026, 10, 24, 12)
const minute = 60_000
const from = opensAt + 60 * minute

describe('moving a closing time', () => {
  it('[B50] goes later only, and never beyond a year from the opening', () => {
    expect(isLater({ opensAt, from, to: from + 1 })).toBe(true)
    expect(isLater({ opensAt, from, to: from })).toBe(false)
    expect(isLater({ opensAt, from, to: from - minute })).toBe(false)
    expect(isLater({ opensAt, from, to: Number.NaN })).toBe(false)
    expect(isLater({ opensAt, from, to: opensAt + openFor.most })).toBe(true)
    expect(isLater({ opensAt, from, to: opensAt + openFor.most + 1 })).toBe(false)
  })

  it('[B51] by hand is by a minute at least, and five times at most', () => {
    const fault = (to: number, earlier = 0) => extensionFault({ opensAt, from, to, earlier })
    expect(fault(from + minute)).toBeNull()
    expect(fault(from + minute - 1)).toContain('only moves later')
    expect(fault(from - 1)).toContain('only moves later')
    expect(fault(Number.NaN)).toContain('Say until when')
    expect(fault(opensAt + openFor.most + 1)).toContain('a year')
    expect(fault(from + minute, mostExtensions - 1)).toBeNull()
    expect(fault(from + minute, mostExtensions)).toContain('at most')
  })
})
