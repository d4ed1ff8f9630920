import { expect, it } from 'vitest'
import type { Descent } from '../../../domain/forks/ancestor.ts'
import { commonAncestor } from '../../../domain/forks/ancestor.ts'

const draft = (
  id: string,
  createdAt: number,
  forkedFrom: string | null = null,
  baseVersion: number | null = null,
): Descent => ({
  id,
  createdAt,
  forkedFrom,
  baseVersion,
})
const origin = draft('origin', 1)
const first = draft('first', 2, 'origin')
const second = draft('second', 3, 'origin')
const ofSecond = draft('ofSecond', 4, 'second')

it('[K7] a fork and its origin go back to what the fork began with, from either side', () => {
  expect(commonAncestor([origin], [first, origin])).toEqual({ type: 'fork', draftId: 'first' })
  expect(commonAncestor([first, origin], [origin])).toEqual({ type: 'fork', draftId: 'first' })
})

it('[K7] two forks of one draft go back to the earlier of the two', () => {
  expect(commonAncestor([second, origin], [first, origin])).toEqual({ type: 'fork', draftId: 'first' })
  expect(commonAncestor([ofSecond, second, origin], [first, origin])).toEqual({ type: 'fork', draftId: 'first' })
})

it('[K7] a fork of a fork and the draft at the beginning go back to the first fork between them', () => {
  expect(commonAncestor([ofSecond, second, origin], [origin])).toEqual({ type: 'fork', draftId: 'second' })
})

it('[K7] drafts that are no forks of each other go back to the older of their versions, or to nothing', () => {
  expect(commonAncestor([draft('a', 1, null, 2)], [draft('b', 2, null, 1)])).toEqual({ type: 'version', n: 1 })
  expect(commonAncestor([draft('a', 1, null, 2)], [draft('b', 2)])).toBeNull()
  expect(commonAncestor([draft('a', 1)], [draft('b', 2)])).toBeNull()
})
