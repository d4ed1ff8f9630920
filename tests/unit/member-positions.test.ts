import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Statement } from '../../domain/signals/positions.ts'
import {
  actOf,
  countPositions,
  heldAfter,
  memberPositions,
  movers,
  presentPositions,
  repeats,
  whoIsAsked,
  withdrawnPositions,
} from '../../domain/signals/positions.ts'
import { holds } from '../../domain/support/reading.ts'

const position = fc.option(fc.constantFrom(...memberPositions))
/** What up to five members said, in the order in which they said it. */
const history = fc
  .array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), position, fc.option(fc.constantFrom('s1', 's2')), fc.boolean()),
    {
      maxLength: 30,
    },
  )
  .map((said) => {
    const n = new Map<string, number>()
    return said.map(([actorId, stance, exitSignalId, own], i): Statement => {
      n.set(actorId, (n.get(actorId) ?? 0) + 1)
      const act = stance === null ? 'withdrawn' : 'changed'
      return {
        id: String(i),
        actorId,
        n: n.get(actorId) ?? 1,
        act,
        position: stance,
        exit: own ? 'A thing.' : '',
        exitSignalId,
      }
    })
  })

describe('positions of members', () => {
  it('[F13] are the last that each member stated, one at most; a withdrawal leaves none', () => {
    fc.assert(
      fc.property(history, (statements) => {
        const present = presentPositions(statements)
        const members = new Set(statements.map(({ actorId }) => actorId))
        for (const actorId of members) {
          const last = statements.filter((one) => one.actorId === actorId).at(-1)
          const own = present.filter((one) => one.actorId === actorId)
          expect(own).toEqual(last?.position == null ? [] : [last])
        }
        const gone = withdrawnPositions(statements)
        expect([...present, ...gone].map(({ actorId }) => actorId).sort()).toEqual([...members].sort())
        expect(countPositions(present).reduce((sum, { n }) => sum + n, 0)).toBe(present.length)
      }),
    )
  })

  it('[F16] name what would move the most members first, and words of their own last', () => {
    fc.assert(
      fc.property(history, (statements) => {
        const present = presentPositions(statements)
        const list = movers(present)
        const signals = list.filter(({ signalId }) => signalId !== null)
        for (const { signalId, n } of signals) {
          expect(n).toBe(present.filter((one) => one.exitSignalId === signalId).length)
        }
        expect(signals.map(({ n }) => n)).toEqual(signals.map(({ n }) => n).sort((a, b) => b - a))
        const own = list.findIndex(({ signalId }) => signalId === null)
        expect([-1, list.length - 1]).toContain(own)
      }),
    )
  })

  it('[F17] ask every member who holds the strategy, and nobody else', () => {
    const members = new Set(['a', 'b', 'c', 'd'])
    fc.assert(
      fc.property(history, (statements) => {
        const asked = whoIsAsked(statements, members)
        const present = presentPositions(statements).filter(({ actorId }) => members.has(actorId))
        const holding = present.filter(({ position }) => position && holds(position))
        expect(asked).toEqual(holding.map(({ actorId }) => actorId))
      }),
    )
  })

  it('[F17] count who held among those asked, and who has not answered', () => {
    const calls = [
      { actorId: 'a', answer: 'endorses' as const },
      { actorId: 'b', answer: 'opposes' as const },
      { actorId: 'c', answer: null },
      { actorId: 'd', answer: undefined },
    ]
    expect(heldAfter(calls)).toEqual({ held: 1, asked: 4, open: 1 })
    expect(heldAfter([])).toEqual({ held: 0, asked: 0, open: 0 })
  })

  it('[F13] know a statement that only repeats the last one', () => {
    const said = { position: 'mixed' as const, reason: 'So.', exit: '', exitSignalId: null }
    expect(repeats(undefined, said)).toBe(false)
    expect(repeats(said, { ...said })).toBe(true)
    for (const change of [{ position: null }, { reason: 'No.' }, { exit: 'A thing.' }, { exitSignalId: 's' }])
      expect(repeats(said, { ...said, ...change })).toBe(false)
  })

  it('[F13] [F17] say what a statement does', () => {
    expect(actOf(undefined, 'endorses', false)).toBe('taken')
    expect(actOf({ position: null }, 'mixed', false)).toBe('taken')
    expect(actOf({ position: 'endorses' }, 'endorses', true)).toBe('reaffirmed')
    expect(actOf({ position: 'endorses' }, 'endorses', false)).toBe('changed')
    expect(actOf({ position: 'endorses' }, 'conditional', true)).toBe('changed')
    expect(actOf({ position: 'endorses' }, null, true)).toBe('withdrawn')
  })
})
