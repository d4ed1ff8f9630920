import { describe, expect, it } from 'vitest'
import { isContested } from '#domain/support/contested.ts'
import { holds, readingGroups, readSupport } from '#domain/support/reading.ts'

describe('who holds a strategy', () => {
  it('[S1] counts support, reserved or late support, and neither opponents nor those who left', () => {
    const stances = ['endorses', 'mixed', 'conditional', 'evolved-toward', 'evolved-away', 'opposes', 'unheard-of']
    expect(stances.filter(holds)).toEqual(['endorses', 'mixed', 'conditional', 'evolved-toward'])
  })

  it('[S2] is not read below four profiled people', () => {
    expect(readSupport([])).toBeNull()
    expect(readSupport(['commentator', 'commentator', 'commentator'])).toBeNull()
    expect(readSupport(['commentator', 'commentator', 'commentator', 'commentator'])?.n).toBe(4)
  })

  it('[S3] every tier of the vocabulary is in one group', () => {
    const all = readingGroups.flatMap(({ tiers }) => [...tiers] as string[])
    expect(new Set(all).size).toBe(all.length)
    expect([...all].sort()).toEqual(
      [
        'applied-technical',
        'commentator',
        'deep-technical',
        'external-domain',
        'frontier-builder',
        'policy-meta',
      ].sort(),
    )
  })

  it('[S3] a tier outside the groups still counts as a person', () => {
    const reading = readSupport(['policy-meta', 'policy-meta', 'policy-meta', 'astrologer', 'astrologer', 'astrologer'])
    expect(reading).toEqual({ reading: 'spread', n: 6, groups: { builders: 0, policy: 3, commentary: 0 } })
  })

  it('[S4] is heavy only with more than half', () => {
    const half = ['frontier-builder', 'deep-technical', 'policy-meta', 'commentator']
    expect(readSupport(half)?.reading).toBe('spread')
    expect(readSupport([...half, 'applied-technical'])?.reading).toBe('builders')
    expect(readSupport(['policy-meta', 'policy-meta', 'policy-meta', 'commentator'])?.reading).toBe('policy')
    expect(readSupport(['external-domain', 'commentator', 'commentator', 'policy-meta'])?.reading).toBe('commentary')
  })
})

describe('contested', () => {
  const quiet = { openThreads: 0, stances: ['endorses', 'mixed', 'evolved-toward'], minorityNote: false }
  it('[S6] by a thread, by an opponent, by somebody who left, by a minority note, and by nothing else', () => {
    expect(isContested(quiet)).toBe(false)
    expect(isContested({ ...quiet, openThreads: 1 })).toBe(true)
    expect(isContested({ ...quiet, stances: ['endorses', 'opposes'] })).toBe(true)
    expect(isContested({ ...quiet, stances: ['evolved-away'] })).toBe(true)
    expect(isContested({ ...quiet, minorityNote: true })).toBe(true)
  })
})
