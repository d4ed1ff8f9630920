import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phaseAllows } from '../../../domain/workshops/phases.ts'
import type { Played, RehearsedRoom } from '../../../domain/workshops/rehearsal.ts'
import { nextActs, simulatedGuests, simulatedName } from '../../../domain/workshops/rehearsal.ts'
import { phaseKinds } from '../../../domain/workshops/words.ts'

const fresh = (n: number): Played => ({
  n,
  proposed: false,
  reactedTo: [],
  reasoned: false,
  asked: false,
  hummed: false,
})

/** Plays until nobody does anything any more. */
function playOut(room: RehearsedRoom, most = 200) {
  const acts: ReturnType<typeof nextActs> = []
  let now = room
  for (let i = 0; i < most; i += 1) {
    const next = nextActs(now)
    if (next.length === 0) return { acts, room: now }
    acts.push(...next)
    const wordings = [...now.wordings]
    let played = [...now.played]
    for (const act of next) {
      if (act.kind === 'join') played.push(fresh(act.guest))
      played = played.map((one) => {
        if (one.n !== act.guest) return one
        if (act.kind === 'propose') return { ...one, proposed: true }
        if (act.kind === 'react') return { ...one, reactedTo: [...one.reactedTo, act.wording] }
        if (act.kind === 'reason') return { ...one, reasoned: true }
        if (act.kind === 'ask') return { ...one, asked: true }
        return act.kind === 'hum' ? { ...one, hummed: true } : one
      })
      if (act.kind === 'propose') wordings.push({ n: wordings.length + 1, by: act.guest })
    }
    now = { ...now, joined: played.length, played, wordings }
  }
  throw new Error('simulated guests never come to an end')
}

const empty: RehearsedRoom = { kind: 'gather', joined: 0, played: [], wordings: [], humOpen: false }

describe('[E2] simulated guests', () => {
  it('come in, ten of them, a few at a time, before the start as well', () => {
    for (const kind of [null, 'gather'] as const) {
      const { acts, room } = playOut({ ...empty, kind })
      expect(acts.map(({ kind }) => kind)).toEqual(Array.from({ length: simulatedGuests }, () => 'join'))
      expect(room.played).toHaveLength(simulatedGuests)
    }
    expect(nextActs(empty).length).toBeLessThan(simulatedGuests)
  })

  it('write in silence, then say what they think of what others wrote, give reasons and ask to speak', () => {
    const { room } = playOut({ ...empty, kind: 'statements' })
    expect(room.wordings.length).toBeGreaterThan(5)
    expect(room.wordings.length).toBeLessThan(simulatedGuests)
    const { acts } = playOut({ ...room, kind: 'argue' })
    const kinds = new Set(acts.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['ask', 'react', 'reason'])
    for (const act of acts) {
      if (act.kind === 'react' || act.kind === 'reason') {
        expect(room.wordings.find(({ n }) => n === act.wording)?.by).not.toBe(act.guest)
      }
    }
    const stances = new Set(acts.flatMap((act) => (act.kind === 'react' ? [act.stance] : [])))
    expect(stances.size).toBe(3)
  })

  it('answer a hum once each', () => {
    const { room } = playOut({ ...empty, kind: 'argue' })
    const { acts } = playOut({ ...room, humOpen: true })
    expect(acts.filter(({ kind }) => kind === 'hum')).toHaveLength(simulatedGuests)
  })

  it('do only what the phase opens to guests, the same for the same room, and come to an end', () => {
    const opens = { propose: 'propose', react: 'react', reason: 'comment', ask: 'queue', hum: 'hum' } as const
    fc.assert(
      fc.property(fc.constantFrom(...phaseKinds), fc.nat(8), fc.boolean(), (kind, some, humOpen) => {
        const wordings = Array.from({ length: some }, (_, i) => ({ n: i + 1, by: i % 3 === 0 ? null : i }))
        const room = { ...empty, kind, wordings, humOpen }
        const { acts } = playOut(room)
        expect(playOut(room).acts).toEqual(acts)
        for (const act of acts) {
          if (act.kind !== 'join') expect(phaseAllows(kind, 'guest', opens[act.kind])).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})

it('[E3] tells of whatever they are called and say that it is simulated', () => {
  const { room, acts } = playOut({ ...empty, kind: 'statements' })
  const said = [...acts, ...playOut({ ...room, kind: 'argue' }).acts]
  const texts = said.flatMap((act) => (act.kind === 'propose' || act.kind === 'reason' ? [act.text] : []))
  expect(new Set(texts).size).toBe(texts.length)
  for (const text of [...texts, simulatedName(1)]) expect(text).toMatch(/^Simulated/)
})
