import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assumptions } from '../../domain/commitments/assumptions.ts'
import type { RelatedPair } from '../../domain/relations/relate-pairs.ts'

const topics = ['time', 'agency', 'values']
const names = ['a', 'b', 'c', 'd']
const commitments = fc.array(
  fc.record({
    strategy: fc.constantFrom(...names),
    topic: fc.constantFrom(...topics, 'unlisted', ''),
    claim: fc.constantFrom('There is time.', 'there  is time', 'Time runs out.', '', '  '),
    failsIf: fc.constantFrom('it does not', ''),
  }),
  { maxLength: 12 },
)
const pairs = fc.uniqueArray(
  fc
    .record({
      ends: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }),
      kind: fc.constantFrom('conflict' as const, 'complement' as const),
    })
    .map(({ ends, kind }): RelatedPair => {
      const [a = '', b = ''] = [...ends].sort()
      return { a, b, kind, mechanism: 'adjacent-bet', declaredBy: [a], rationales: [] }
    }),
  { selector: ({ a, b }) => `${a} ${b}`, maxLength: 6 },
)

describe('what strategies take for granted', () => {
  it('[K2] stands under every topic in order, and what is not listed comes last', () => {
    fc.assert(
      fc.property(commitments, (all) => {
        const stray = all.some(({ topic, claim }) => !topics.includes(topic) && claim.trim() !== '')
        expect(assumptions(all, topics, []).topics.map(({ topic }) => topic)).toEqual([
          ...topics,
          ...(stray ? [''] : []),
        ])
      }),
    )
  })

  it('[K1] [K3] [K4] [K5] puts every strategy under what it claims, once, and counts what it stands on', () => {
    fc.assert(
      fc.property(commitments, (all) => {
        const { topics: groups, standsOn } = assumptions(all, topics, [])
        const plain = (claim: string) => claim.toLowerCase().replace(/\s+/g, ' ').trim().replace(/\.$/, '')
        const filed = (topic: string) => (topics.includes(topic) ? topic : '')
        const wanted = new Set(
          all
            .filter(({ claim }) => claim.trim() !== '')
            .map(({ strategy, topic, claim }) => `${filed(topic)}|${plain(claim)}|${strategy}`),
        )
        const got = groups.flatMap(({ topic, assumptions: own }) =>
          own.flatMap(({ claim, strategies }) => strategies.map(({ slug }) => `${topic}|${plain(claim)}|${slug}`)),
        )
        expect(got.sort()).toEqual([...wanted].sort())
        for (const slug of names) {
          const n = [...wanted].filter((one) => one.endsWith(`|${slug}`)).length
          expect(standsOn.get(slug) ?? 0).toBe(n)
        }
        for (const { assumptions: own } of groups) {
          const falls = own.map(({ strategies }) => strategies.length)
          expect(falls).toEqual([...falls].sort((x, y) => y - x))
        }
      }),
    )
  })

  it('[K6] names the pairs in conflict that both commit themselves under a topic', () => {
    fc.assert(
      fc.property(commitments, pairs, (all, related) => {
        for (const { atOdds, strategies } of assumptions(all, topics, related).topics) {
          const wanted = related
            .filter(({ kind, a, b }) => kind === 'conflict' && strategies.includes(a) && strategies.includes(b))
            .map(({ a, b }) => `${a} ${b}`)
          expect(atOdds.map(({ a, b }) => `${a} ${b}`)).toEqual(wanted.sort())
        }
      }),
    )
  })

  it('[K7] does not depend on the order of anything', () => {
    fc.assert(
      fc.property(commitments, pairs, (all, related) => {
        const found = assumptions(all, topics, related)
        const other = assumptions([...all].reverse(), topics, [...related].reverse())
        expect([other.topics, [...other.standsOn].sort()]).toEqual([found.topics, [...found.standsOn].sort()])
      }),
    )
  })
})
