import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hold } from '../../domain/objections/holds.ts'
import { decideHold, decideLift, longestHold, running } from '../../domain/objections/holds.ts'

const day = 24 * 3_600_000
const hold = (more: Partial<Hold> = {}): Hold => ({ ownerId: 'ana', until: 10 * day, liftedAt: null, ...more })

test('[O9] a hold ends after now and within two weeks', () => {
  expect(decideHold([], 'ana', 5 * day, 5 * day)).toBe('over-already')
  expect(decideHold([], 'ana', 5 * day + 1, 5 * day)).toBe('place')
  expect(decideHold([], 'ana', 5 * day + longestHold, 5 * day)).toBe('place')
  expect(decideHold([], 'ana', 5 * day + longestHold + 1, 5 * day)).toBe('too-long')
})

test('[O9] it ends by itself, at its moment', () => {
  expect(running([hold()], 10 * day - 1)).toHaveLength(1)
  expect(running([hold()], 10 * day)).toHaveLength(0)
  expect(running([hold({ liftedAt: day })], 2 * day)).toHaveLength(0)
})

test('[O10] each person holds a draft once, lifted or over', () => {
  expect(decideHold([hold({ liftedAt: day })], 'ana', 12 * day, 11 * day)).toBe('had-one')
  expect(decideHold([hold()], 'ben', 12 * day, 11 * day)).toBe('place')
})

test('[O11] its owner lifts it, or a moderator; once', () => {
  expect(decideLift(hold(), { actorId: 'ana', isModerator: false }, day)).toBe('lift')
  expect(decideLift(hold(), { actorId: 'edda', isModerator: true }, day)).toBe('lift')
  expect(decideLift(hold(), { actorId: 'ben', isModerator: false }, day)).toBe('not-yours')
  expect(decideLift(hold({ liftedAt: day }), { actorId: 'ana', isModerator: false }, 2 * day)).toBe('over-already')
})

test('[O9] [O10] a group of n people holds a draft for n times two weeks at most, whatever they do', () => {
  const people = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(fc.array(fc.tuple(people, fc.nat(60), fc.nat(20)), { maxLength: 40 }), (tries) => {
      const holds: Hold[] = []
      let now = 0
      let heldDays = 0
      for (const [ownerId, length, wait] of tries) {
        if (decideHold(holds, ownerId, now + length * day, now) === 'place') {
          holds.push(hold({ ownerId, until: now + length * day }))
        }
        for (let i = 0; i < wait; i += 1, now += day) if (running(holds, now).length > 0) heldDays += 1
      }
      expect(holds.length).toBeLessThanOrEqual(3)
      expect(heldDays).toBeLessThanOrEqual(holds.length * 14)
    }),
  )
})
