import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OnRecord } from '../../domain/held-together/held-together.ts'
import { endorsements, fewPeople, heldTogether } from '../../domain/held-together/held-together.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'

const names = ['a', 'b', 'c', 'd', 'e']
const there = new Set(names)
const record = fc.array(
  fc.record({
    person: fc.constantFrom('p', 'q', 'r', 's'),
    strategy: fc.constantFrom(...names, 'gone'),
    stance: fc.constantFrom('endorses', 'endorses', 'opposes', 'evolved-toward'),
    tentative: fc.boolean(),
  }),
  { maxLength: 16 },
)
const pairs = fc.uniqueArray(
  fc
    .record({
      ends: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }),
      kind: fc.constantFrom('conflict' as const, 'complement' as const, 'twin' as const),
    })
    .map(({ ends, kind }): RelatedPair => {
      const [a = '', b = ''] = [...ends].sort()
      return { a, b, kind, mechanism: 'adjacent-bet', declaredBy: [], rationales: [] }
    }),
  { selector: ({ a, b }) => `${a} ${b}`, maxLength: 10 },
)
const found = (all: readonly OnRecord[], related: readonly RelatedPair[]) =>
  heldTogether(endorsements(all, there), related)

const holds = (all: readonly OnRecord[], person: string, slug: string) =>
  all.some((one) => one.person === person && one.strategy === slug && one.stance === 'endorses' && !one.tentative)
const people = ['p', 'q', 'r', 's']

describe('pairs that the same people endorse', () => {
  it('[H1] [H2] are counted as trying every person and every pair counts them', () => {
    fc.assert(
      fc.property(record, pairs, (all, related) => {
        const { held } = found(all, related)
        for (const [i, a] of names.entries()) {
          for (const b of names.slice(i + 1)) {
            const both = people.filter((one) => holds(all, one, a) && holds(all, one, b)).length
            const rows = held.filter((pair) => pair.a === a && pair.b === b)
            expect(rows).toHaveLength(both > 0 ? 1 : 0)
            if (both === 0) continue
            expect(rows[0]).toMatchObject({
              both,
              holdA: people.filter((one) => holds(all, one, a)).length,
              holdB: people.filter((one) => holds(all, one, b)).length,
              relation: related.find((pair) => pair.a === a && pair.b === b) ?? null,
            })
          }
        }
      }),
    )
  })

  it('[H3] come by how many hold both, then by the kind of the relation, then by slug', () => {
    fc.assert(
      fc.property(record, pairs, (all, related) => {
        const kind = ['conflict', 'complement', 'twin']
        const keys = found(all, related).held.map(
          ({ both, relation, a, b }) => `${9 - both} ${relation ? kind.indexOf(relation.kind) : 3} ${a} ${b}`,
        )
        expect(keys).toEqual([...keys].sort())
      }),
    )
  })

  it('[H4] [H5] every complementary pair is held together, never held together, or not to be judged', () => {
    fc.assert(
      fc.property(record, pairs, (all, related) => {
        const { held, never, unjudged, judged } = found(all, related)
        const complements = related.filter(({ kind }) => kind === 'complement')
        const together = held.filter(({ relation }) => relation?.kind === 'complement').length
        expect(together + never.length + unjudged).toBe(complements.length)
        expect(judged + unjudged).toBe(complements.length)
        for (const { a, b, both, holdA, holdB } of never) {
          expect([both, holdA > 0, holdB > 0]).toEqual([0, true, true])
          expect(complements.some((pair) => pair.a === a && pair.b === b)).toBe(true)
        }
        const least = never.map(({ holdA, holdB }) => Math.min(holdA, holdB))
        expect(least).toEqual([...least].sort((x, y) => y - x))
      }),
    )
  })

  it('[H7] do not depend on the order of positions or relations', () => {
    fc.assert(
      fc.property(record, pairs, (all, related) => {
        expect(found([...all].reverse(), [...related].reverse())).toEqual(found(all, related))
      }),
    )
  })

  it('[H6] four people are few, five are not', () => {
    expect([4 < fewPeople, 5 < fewPeople]).toEqual([true, false])
  })
})
