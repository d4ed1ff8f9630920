import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Argued, Mark } from '../../../domain/threads/restatements.ts'
import {
  countMarks,
  decideMark,
  mayMark,
  mayRestateOne,
  restatable,
  sideOf,
  verdicts,
  whoArgued,
} from '../../../domain/threads/restatements.ts'
import { contributionTypes } from '../../../domain/threads/words.ts'

const said = (id: string, authorId: string, type: Argued['type'], more: Partial<Argued> = {}): Argued => ({
  id,
  authorId,
  type,
  candidate: null,
  deletedAt: null,
  ...more,
})

const people = ['ana', 'bo', 'cy', 'di'] as const
const thread = fc
  .array(
    fc.record({
      authorId: fc.constantFrom(...people),
      type: fc.constantFrom(...contributionTypes),
      candidate: fc.constantFrom(null, 0, 1),
      deletedAt: fc.constantFrom(null, null, 1),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((one, i) => ({ ...one, id: `c${i}` })))

describe('sides', () => {
  it('[T33] are taken by reasons and counter-examples, and by nothing else', () => {
    expect(contributionTypes.filter((type) => sideOf(type) === 'for')).toEqual(['for'])
    expect(contributionTypes.filter((type) => sideOf(type) === 'against')).toEqual(['against', 'counter-example'])
  })

  it('[T33] are argued by who has something standing there; what is deleted or about a candidate counts for none', () => {
    const all = [
      said('a', 'ana', 'for'),
      said('b', 'bo', 'against', { deletedAt: 1 }),
      said('c', 'cy', 'counter-example'),
      said('d', 'di', 'for', { candidate: 2 }),
    ]
    expect([...whoArgued(all, 'for')]).toEqual(['ana'])
    expect([...whoArgued(all, 'against')]).toEqual(['cy'])
  })
})

describe('restating', () => {
  it('[T34] is for a side that others argue and oneself does not', () => {
    const all = [said('a', 'ana', 'for'), said('b', 'bo', 'against')]
    expect(restatable(all, 'ana')).toEqual(['against'])
    expect(restatable(all, 'cy')).toEqual(['for', 'against'])
    expect(restatable([said('a', 'ana', 'for')], 'ana')).toEqual([])
  })

  it('[T34] is for one contribution of somebody else that takes a side and stands', () => {
    expect(mayRestateOne(said('a', 'ana', 'against'), 'bo')).toBe(true)
    expect(mayRestateOne(said('a', 'ana', 'against'), 'ana')).toBe(false)
    expect(mayRestateOne(said('a', 'ana', 'question'), 'bo')).toBe(false)
    expect(mayRestateOne(said('a', 'ana', 'for', { deletedAt: 1 }), 'bo')).toBe(false)
  })

  it('[T34] [T35] of whatever may be restated somebody may say whether it is fair, and its author never', () => {
    fc.assert(
      fc.property(thread, fc.constantFrom(...people), (all, authorId) => {
        const whole = restatable(all, authorId).map((side) => ({ authorId, side, of: null }))
        const single = all
          .filter((one) => mayRestateOne(one, authorId))
          .map((one) => ({ authorId, side: sideOf(one.type) ?? 'for', of: one.id }))
        for (const restated of [...whole, ...single]) {
          expect(people.some((who) => mayMark(restated, all, who))).toBe(true)
          expect(mayMark(restated, all, authorId)).toBe(false)
        }
      }),
    )
  })

  it('[T35] lets only the author of one contribution judge its restatement, and nobody once it is deleted', () => {
    const restated = { authorId: 'bo', side: 'for', of: 'a' } as const
    const all = [said('a', 'ana', 'for'), said('b', 'cy', 'for')]
    expect(people.filter((who) => mayMark(restated, all, who))).toEqual(['ana'])
    expect(people.filter((who) => mayMark(restated, [said('a', 'ana', 'for', { deletedAt: 1 })], who))).toEqual([])
    expect(people.filter((who) => mayMark({ ...restated, of: null }, all, who))).toEqual(['ana', 'cy'])
  })
})

describe('marks', () => {
  it('[T35] [T36] are about the present wording, and say what is missing where it is not quite fair', () => {
    expect(decideMark(2, { revision: 2, verdict: 'fair' }, '')).toBe('mark')
    expect(decideMark(2, { revision: 2, verdict: 'not-quite' }, ' ')).toBe('says-not-what')
    expect(decideMark(2, { revision: 2, verdict: 'not-quite' }, 'The cost.')).toBe('mark')
    expect(decideMark(2, { revision: 1, verdict: 'fair' }, '')).toBe('reworded')
    expect(decideMark(2, { revision: Number.NaN, verdict: 'fair' }, '')).toBe('reworded')
  })

  it('[T36] of earlier wordings are told and count no more', () => {
    const mark = fc.record({ revision: fc.integer({ min: 1, max: 3 }), verdict: fc.constantFrom(...verdicts) })
    fc.assert(
      fc.property(fc.array(mark), (marks: Mark[]) => {
        const { fair, notQuite, earlier } = countMarks(marks, 3)
        expect(fair + notQuite + earlier).toBe(marks.length)
        expect(countMarks(marks, 4)).toEqual({ fair: 0, notQuite: 0, earlier: marks.length })
      }),
    )
  })
})
