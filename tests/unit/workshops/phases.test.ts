import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Move, Party, Room } from '../../../domain/workshops/phases.ts'
import { isSilent, mayWriteIn, moveRoom, phaseActs, phaseAllows } from '../../../domain/workshops/phases.ts'
import { phaseKinds, writers } from '../../../domain/workshops/words.ts'

const parties: Party[] = ['guest', 'member', 'facilitator']
const count = fc.integer({ min: 0, max: 12 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom<Move>({ kind: 'start' }, { kind: 'next' }, { kind: 'back' }, { kind: 'end' }),
  fc.integer({ min: -3, max: 14 }).map((to): Move => ({ kind: 'go', to })),
  fc.constantFrom<Move>({ kind: 'go', to: 1.5 }, { kind: 'go', to: Number.NaN }),
)
const planned: Room = { state: 'planned', phase: null }

function walk(moves: readonly Move[], phases: number) {
  let room = planned
  return moves.flatMap((one) => {
    const after = moveRoom(room, one, phases)
    if (!after) return []
    const step = { before: room, move: one, after }
    room = after
    return [step]
  })
}

describe('moves', () => {
  it('[P1] [P2] stand at exactly one phase of the agenda while live, and never leave what has ended', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), count, (moves, phases) => {
        for (const { before, move: one, after } of walk(moves, phases)) {
          expect(before.state).not.toBe('ended')
          if (one.kind === 'start') expect([before.state, after.phase]).toEqual(['planned', 1])
          if (one.kind === 'end') expect(after).toEqual({ state: 'ended', phase: before.phase })
          if (one.kind === 'next') expect(after.phase).toBe((before.phase ?? 0) + 1)
          if (one.kind === 'back') expect(after.phase).toBe((before.phase ?? 0) - 1)
          if (after.state !== 'live') continue
          expect(Number.isInteger(after.phase)).toBe(true)
          expect(after.phase).toBeGreaterThanOrEqual(1)
          expect(after.phase).toBeLessThanOrEqual(phases)
          expect(after.phase).not.toBe(before.phase)
        }
      }),
    )
  })

  it('[P1] refuses to start without a phase, twice, or to move what is not live', () => {
    expect(moveRoom(planned, { kind: 'start' }, 0)).toBeNull()
    expect(moveRoom({ state: 'live', phase: 1 }, { kind: 'start' }, 3)).toBeNull()
    for (const kind of ['next', 'back'] as const) {
      expect(moveRoom(planned, { kind }, 3)).toBeNull()
      expect(moveRoom({ state: 'ended', phase: 2 }, { kind }, 3)).toBeNull()
    }
    expect(moveRoom({ state: 'ended', phase: 2 }, { kind: 'end' }, 3)).toBeNull()
  })

  it('[P2] has no next after the last phase and no back before the first', () => {
    expect(moveRoom({ state: 'live', phase: 3 }, { kind: 'next' }, 3)).toBeNull()
    expect(moveRoom({ state: 'live', phase: 1 }, { kind: 'back' }, 3)).toBeNull()
    expect(moveRoom({ state: 'live', phase: 1 }, { kind: 'go', to: 4 }, 3)).toBeNull()
  })
})

describe('what a phase allows', () => {
  it('[P5] gives a facilitator whatever a member may, and a member whatever a guest may', () => {
    for (const kind of phaseKinds) {
      for (const act of phaseActs) {
        if (phaseAllows(kind, 'guest', act)) expect(phaseAllows(kind, 'member', act), `${kind} ${act}`).toBe(true)
        if (phaseAllows(kind, 'member', act)) expect(phaseAllows(kind, 'facilitator', act), `${kind} ${act}`).toBe(true)
      }
      expect(phaseAllows(kind, 'guest', 'object')).toBe(false)
    }
  })

  it('[P5] votes in a ballot phase and nowhere else', () => {
    const open = phaseKinds.filter((kind) => parties.some((party) => phaseAllows(kind, party, 'vote')))
    expect(open).toEqual(['ballot'])
  })

  it('[P6] is silent in one kind: all propose, none sees', () => {
    expect(phaseKinds.filter(isSilent)).toEqual(['statements'])
    for (const party of parties) {
      expect(phaseActs.filter((act) => phaseAllows('statements', party, act))).toEqual(['propose'])
    }
  })

  it('[P7] lets facilitators always write, others as the phase says and never under a lock', () => {
    const may = (locked: boolean) =>
      writers.map((one) => parties.filter((party) => mayWriteIn(one, locked, party)).join(' '))
    expect(may(false)).toEqual(['guest member facilitator', 'member facilitator', 'facilitator', 'facilitator'])
    expect(may(true)).toEqual(['facilitator', 'facilitator', 'facilitator', 'facilitator'])
  })
})
