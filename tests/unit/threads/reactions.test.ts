import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cruxes, decideReact, showsCounts, split, stances } from '../../../domain/threads/reactions.ts'

const theirs = { authorId: 'ana', deletedAt: null }
const counts = (agree: number, disagree: number, unsure = 0) => ({ agree, disagree, unsure })

describe('reacting', () => {
  it('[T15] keeps one reaction each: another replaces it, the same again takes it back', () => {
    expect(decideReact(theirs, null, 'agree', 'bo')).toBe('set')
    expect(decideReact(theirs, 'agree', 'unsure', 'bo')).toBe('set')
    expect(decideReact(theirs, 'agree', 'agree', 'bo')).toBe('take-back')
  })

  it('[T15] refuses one’s own and a deleted contribution, whatever stood there', () => {
    for (const before of [null, ...stances]) {
      expect(decideReact(theirs, before, 'agree', 'ana')).toBe('own')
      expect(decideReact({ ...theirs, deletedAt: 1 }, before, 'agree', 'bo')).toBe('deleted')
    }
  })

  it('[T16] shows counts to who has reacted, to the author, and to all when it is resolved', () => {
    expect(showsCounts({ resolved: false, own: null, isAuthor: false })).toBe(false)
    expect(showsCounts({ resolved: false, own: 'unsure', isAuthor: false })).toBe(true)
    expect(showsCounts({ resolved: false, own: null, isAuthor: true })).toBe(true)
    expect(showsCounts({ resolved: true, own: null, isAuthor: false })).toBe(true)
  })
})

describe('cruxes', () => {
  it('[T17] are contributions with two on each side and a third on the smaller one', () => {
    expect(split(counts(2, 2))).toBe(0.5)
    expect(split(counts(4, 2))).toBeCloseTo(1 / 3)
    expect(split(counts(5, 2))).toBe(0)
    expect(split(counts(1, 1))).toBe(0)
    expect(split(counts(0, 0, 9))).toBe(0)
  })

  it('[T17] come the most split first, then those with more reactions, and never change with the order of reading', () => {
    const all = new Map([
      ['a', counts(4, 2)],
      ['b', counts(2, 2)],
      ['c', counts(3, 3)],
      ['d', counts(9, 0)],
    ])
    expect(cruxes(all)).toEqual(['c', 'b', 'a'])
    const any = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.nat(9), fc.nat(9)))
    fc.assert(
      fc.property(any, (rows) => {
        const map = new Map(rows.map(([id, agree, disagree]) => [id, counts(agree, disagree)]))
        const turned = new Map([...map].reverse())
        expect(cruxes(turned)).toEqual(cruxes(map))
        for (const id of cruxes(map))
          expect(Math.min(map.get(id)?.agree ?? 0, map.get(id)?.disagree ?? 0)).toBeGreaterThan(1)
      }),
    )
  })
})
