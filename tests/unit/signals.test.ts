import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LineFacets } from '../../domain/signals/ledger.ts'
import {
  lineState,
  lineStates,
  lineStateWords,
  passes,
  shownHearing,
  signalStates,
} from '../../domain/signals/ledger.ts'

describe('the state of a line', () => {
  it('[F1] [F2] is armed where a signal is published, whatever reason stands beside it', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.constantFrom('', '  ', 'Nothing could show it.'), (written, reason) => {
        const state = lineState({ written, reason })
        if (written) expect(state).toBe('armed')
        else expect(state).toBe(reason.trim() ? 'none-with-reason' : 'missing')
      }),
    )
  })

  it('[F2] [F4] has the six states of the glossary in order, then the two ways of having none, each with words', () => {
    expect(signalStates).toEqual(['armed', 'reported', 'contested', 'landed', 'not-landed', 'expired'])
    expect(lineStates.slice(6)).toEqual(['none-with-reason', 'missing'])
    for (const state of lineStates) expect(lineStateWords[state].meaning).toMatch(/\.$/)
  })
})

describe('the hearing of a line', () => {
  const hearing = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    state: fc.constantFrom('open' as const, 'resolved' as const),
    updatedAt: fc.integer({ min: 0, max: 3 }),
  })

  it('[F3] is an open one before a resolved one, then the one that changed last, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hearing, { selector: ({ id }) => id, maxLength: 5 }), (all) => {
        const shown = shownHearing(all)
        expect(shownHearing([...all].reverse())).toEqual(shown)
        expect(shown === undefined).toBe(all.length === 0)
        if (!shown) return
        const open = all.filter(({ state }) => state === 'open')
        const rivals = open.length > 0 ? open : all
        expect(rivals).toContain(shown)
        const latest = Math.max(...rivals.map(({ updatedAt }) => updatedAt))
        expect(shown.updatedAt).toBe(latest)
        expect(shown.id).toBe(
          rivals
            .filter(({ updatedAt }) => updatedAt === latest)
            .map(({ id }) => id)
            .sort()[0],
        )
      }),
    )
  })
})

describe('filters of the ledger', () => {
  const value = fc.constantFrom('x', 'y')
  const line = fc.record({ lever: value, state: value, review: value, hearing: value, threshold: value })
  const chosen = fc.record(
    { lever: value, state: value, review: value, hearing: value, threshold: value },
    { requiredKeys: [] },
  )

  it('[F5] keep a line that has every chosen value, and leave one facet out where it is counted', () => {
    fc.assert(
      fc.property(line, chosen, (facets: LineFacets, choice) => {
        const all = ['lever', 'state', 'review', 'hearing', 'threshold'] as const
        const fits = (names: readonly (typeof all)[number][]) =>
          names.every((name) => !choice[name] || choice[name] === facets[name])
        expect(passes(facets, choice)).toBe(fits(all))
        for (const except of all) expect(passes(facets, choice, except)).toBe(fits(all.filter((one) => one !== except)))
      }),
    )
  })
})
