import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Turn } from '../../../domain/workshops/queue.ts'
import { speakingTurn, waitingTurns } from '../../../domain/workshops/queue.ts'

const turn = (
  actorId: string,
  askedAt: number,
  calledAt: number | null = null,
  doneAt: number | null = null,
): Turn => ({
  id: `${actorId}${askedAt}`,
  actorId,
  askedAt,
  calledAt,
  doneAt,
})

it('[Q1] who has not spoken yet comes before who has, and of those who asked first', () => {
  const turns = [turn('a', 1, 2, 3), turn('a', 4), turn('b', 5), turn('c', 6), turn('d', 7, null, 8)]
  expect(waitingTurns(turns).map(({ actorId }) => actorId)).toEqual(['b', 'c', 'a'])
  expect(speakingTurn(turns)).toBeUndefined()
  expect(speakingTurn([...turns, turn('e', 9, 10)])?.actorId).toBe('e')
})

it('[Q1] keeps everybody who waits, once', () => {
  const any = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9), fc.boolean(), fc.boolean()))
  fc.assert(
    fc.property(any, (rows) => {
      const turns = rows.map(([who, at, called, done]) => turn(who, at, called ? at : null, done ? at : null))
      const waits = turns.filter(({ calledAt, doneAt }) => calledAt === null && doneAt === null)
      expect(new Set(waitingTurns(turns))).toEqual(new Set(waits))
      expect(waitingTurns(turns)).toHaveLength(waits.length)
    }),
  )
})
