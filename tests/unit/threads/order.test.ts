import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ordered, ThreadOrder } from '../../../domain/threads/order.ts'
import { branches, deepestShown, threadOrders } from '../../../domain/threads/order.ts'
import { contributionTypes } from '../../../domain/threads/words.ts'

function item(id: string, createdAt: number, replyTo: string | null = null, type: Ordered['type'] = 'note'): Ordered {
  return { id, createdAt, replyTo, type }
}

const ids = (items: Ordered[], order: ThreadOrder) =>
  branches(items, order)
    .flat()
    .map((placed) => placed.item.id)

/** Histories as they happen: an answer comes after what it answers. */
const histories = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat(), { freq: 2 }),
      type: fc.constantFrom(...contributionTypes),
      gap: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let at = 0
    return steps.map(({ parent, type, gap }, i) => {
      at += gap
      const replyTo = parent !== null && i > 0 ? `c${parent % i}` : null
      return item(`c${i}`, at, replyTo, type)
    })
  })

describe('order of contributions', () => {
  it('[T11] goes by kind, and by time within a kind', () => {
    const items = [item('n', 1), item('a', 2, null, 'against'), item('f2', 4, null, 'for'), item('f1', 3, null, 'for')]
    expect(ids(items, 'kind')).toEqual(['f1', 'f2', 'a', 'n'])
  })

  it('[T11] sorts whole branches by their first contribution, answers oldest first', () => {
    const items = [item('a', 1), item('b', 2), item('a2', 9, 'a'), item('a1', 8, 'a')]
    expect(ids(items, 'oldest')).toEqual(['a', 'a1', 'a2', 'b'])
    expect(ids(items, 'newest')).toEqual(['b', 'a', 'a1', 'a2'])
  })

  it('[T7] indents to depth three and quotes below it, in order of time', () => {
    const items = [
      item('0', 0),
      item('1', 1, '0'),
      item('2', 2, '1'),
      item('3', 3, '2'),
      item('4', 4, '3'),
      item('5', 6, '4'),
      item('6', 5, '3'),
    ]
    const placed = branches(items, 'oldest').flat()
    expect(placed.map(({ item: { id }, depth, quotes }) => [id, depth, quotes])).toEqual([
      ['0', 0, null],
      ['1', 1, null],
      ['2', 2, null],
      ['3', 3, null],
      ['4', 3, '3'],
      ['6', 3, '3'],
      ['5', 3, '4'],
    ])
    expect(placed[0]?.answers).toBe(6)
  })

  it('[T11] shows every contribution exactly once, answers after what they answer', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...threadOrders), (items, order) => {
        const shown = ids(items, order)
        expect([...shown].sort()).toEqual(items.map(({ id }) => id).sort())
        for (const { id, replyTo } of items) {
          if (replyTo !== null) expect(shown.indexOf(replyTo)).toBeLessThan(shown.indexOf(id))
        }
      }),
    )
  })

  it('[T7] never shows deeper than three, and quotes exactly what lies deeper', () => {
    fc.assert(
      fc.property(histories, (items) => {
        const level = new Map<string, number>()
        for (const { id, replyTo } of items) level.set(id, replyTo === null ? 0 : (level.get(replyTo) ?? 0) + 1)
        for (const { item: own, depth, quotes } of branches(items, 'kind').flat()) {
          const real = level.get(own.id) ?? 0
          expect(depth).toBe(Math.min(real, deepestShown))
          expect(quotes).toBe(real > deepestShown ? own.replyTo : null)
        }
      }),
    )
  })

  it('[T11] does not depend on the order in which contributions come', () => {
    fc.assert(
      fc.property(
        histories.chain((items) =>
          fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
        ),
        fc.constantFrom(...threadOrders),
        ([items, shuffled], order) => {
          expect(ids(shuffled, order)).toEqual(ids(items, order))
        },
      ),
    )
  })

  it('hides nothing where a parent is missing or parents form a ring', () => {
    expect(ids([item('a', 1, 'gone'), item('b', 2, 'c'), item('c', 3, 'b')], 'oldest')).toEqual(['a', 'b', 'c'])
  })

  it('reads a chain of 20,000 answers', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => item(`c${i}`, i, i === 0 ? null : `c${i - 1}`))
    expect(branches(chain, 'oldest').flat()).toHaveLength(20_000)
  })
})
