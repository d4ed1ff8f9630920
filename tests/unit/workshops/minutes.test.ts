import { describe, expect, it } from 'vitest'
import { effectsOf } from '../../../domain/workshops/effects.ts'
import type { Told } from '../../../domain/workshops/minutes.ts'
import { mostPresent, visitsOf } from '../../../domain/workshops/minutes.ts'
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
