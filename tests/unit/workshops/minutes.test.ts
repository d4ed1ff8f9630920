import { describe, expect, it } from 'vitest'
import { effectsOf } from '../../../domain/workshops/effects.ts'
import type { Told } from '../../../domain/workshops/minutes.ts'
import { mostPresent, roundsOf, seatsWords, takenWords, visitsOf } from '../../../domain/workshops/minutes.ts'
import { usualPhase } from '../../../domain/workshops/templates.ts'

const told = (type: string, at: number, payload: Record<string, unknown> = {}): Told => ({ type, at, payload })

describe('minutes', () => {
  const begun = [told('workshop.started', 0, { present: 3 }), told('workshop.phase-changed', 10, { to: 2, present: 5 })]

  it('[M1] tells which phases the room was in, from when to when', () => {
    const events = [
      ...begun,
      told('workshop.paused', 12),
      told('workshop.phase-changed', 20, { to: 1, present: 4 }),
      told('workshop.ended', 30, { present: 4 }),
    ]
    expect(visitsOf(events)).toEqual([
      { position: 1, from: 0, to: 10, present: 3 },
      { position: 2, from: 10, to: 20, present: 5 },
      { position: 1, from: 20, to: 30, present: 4 },
    ])
    expect(mostPresent(events)).toBe(5)
  })

  it('[M1] leaves out a move that was undone, and an end', () => {
    const undone = (act: string, at: number) => told('workshop.undone', at, { act })
    expect(visitsOf([...begun, undone('workshop.phase-changed', 11)])).toEqual([
      { position: 1, from: 0, to: null, present: 3 },
    ])
    const ended = [...begun, told('workshop.ended', 15), undone('workshop.ended', 16)]
    expect(visitsOf(ended).at(-1)).toEqual({ position: 2, from: 10, to: null, present: 5 })
    expect(visitsOf([...begun, undone('workshop.paused', 11)])).toHaveLength(2)
  })
})

describe('what going on does', () => {
  const [argue, agree, write, silent] = (['argue', 'agree', 'co-write', 'statements'] as const).map((kind) =>
    usualPhase(kind, 5),
  ) as [
    ReturnType<typeof usualPhase>,
    ReturnType<typeof usualPhase>,
    ReturnType<typeof usualPhase>,
    ReturnType<typeof usualPhase>,
  ]

  it('[P7] says whom it locks out and whom it lets write; facilitators always may', () => {
    expect(effectsOf(agree, write, 38)).toEqual(['opens the text to everyone'])
    expect(effectsOf(write, agree, 38)).toEqual(['locks the text for 38 people'])
    expect(effectsOf(write, argue, 1)).toEqual(['locks the text for 1 person'])
    expect(effectsOf(argue, agree, 38)).toEqual([])
  })

  it('[P6] says when the silence begins and ends', () => {
    expect(effectsOf(null, silent, 2)).toEqual(['hides from each what the others write'])
    expect(effectsOf(silent, argue, 2)).toEqual(['shows everybody what was written in silence'])
  })
})

describe('[T8] minutes of tables', () => {
  const split = (round: number, at: number) => told('workshop.split', at, { round, seats: [3, 2] })
  const plenum = (round: number, at: number) => told('workshop.plenum', at, { round })
  const undone = (act: string, at: number) => told('workshop.undone', at, { act })

  it('tell from when to when the room sat at them, and how many at each', () => {
    expect(roundsOf([split(1, 10), plenum(1, 20), split(2, 30), told('workshop.ended', 40)])).toEqual([
      { round: 1, from: 10, to: 20, seats: [3, 2] },
      { round: 2, from: 30, to: 40, seats: [3, 2] },
    ])
    expect(roundsOf([told('workshop.ended', 5)])).toEqual([])
  })

  it('leave out a plenum and an end that were undone, but no end after the plenum', () => {
    expect(roundsOf([split(1, 10), plenum(1, 20), undone('workshop.plenum', 21)])[0]?.to).toBeNull()
    expect(roundsOf([split(1, 10), told('workshop.ended', 20), undone('workshop.ended', 21)])[0]?.to).toBeNull()
    const over = [split(1, 10), plenum(1, 20), told('workshop.ended', 30), undone('workshop.ended', 31)]
    expect(roundsOf(over)[0]?.to).toBe(20)
    expect(roundsOf([split(1, 10), plenum(1, 20), undone('workshop.locked', 21)])[0]?.to).toBe(20)
  })

  it('say it in words', () => {
    expect(seatsWords([3, 3, 2])).toBe('3 tables of 2 or 3 people.')
    expect(seatsWords([1, 1])).toBe('2 tables of 1 person.')
    expect(takenWords([])).toBe('nothing of its version was taken.')
    expect(takenWords(['Bet', 'Mechanism'])).toBe('Bet, Mechanism were taken from its version.')
  })
})
