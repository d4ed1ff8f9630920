import { expect, test } from 'vitest'
import { visit } from '../../../domain/notifications/visits.ts'

const minute = 60_000
const seen = { a: '1' }
const marks = { at: 1_000_000, seen, before: null, seenBefore: null }

test('[I27] the first visit tells nothing, and is kept', () => {
  expect(visit(null, { at: 5, seen })).toEqual({ since: null, keep: { at: 5, seen, before: null, seenBefore: null } })
})

test('[I27] another visit tells since the one before, and goes on telling so while it lasts', () => {
  const at = marks.at + 60 * minute
  const first = visit(marks, { at, seen: { a: '2' } })
  expect(first.since).toEqual({ at: marks.at, seen })
  expect(first.keep).toEqual({ at, seen: { a: '2' }, before: marks.at, seenBefore: seen })
  const again = visit(first.keep, { at: at + minute, seen: { a: '2' } })
  expect(again).toEqual({ since: { at: marks.at, seen }, keep: null })
  const changed = visit(first.keep, { at: at + minute, seen: { a: '3' } })
  expect(changed.keep).toEqual({ at: at + minute, seen: { a: '3' }, before: marks.at, seenBefore: seen })
})

test('[I27] a clock that was set back does not move a mark back', () => {
  expect(visit(marks, { at: marks.at - minute, seen: { a: '2' } }).keep?.at).toBe(marks.at)
})
