import { describe, expect, it } from 'vitest'
import { nameCandidate } from '../../../domain/candidates/outcome.ts'
import {
  candidateName,
  candidatePlace,
  decideCarry,
  decidePropose,
  mayReword,
  mostStanding,
  mostWithdrawn,
  nothingThere,
  shownCandidates,
} from '../../../domain/candidates/rules.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { partHash } from '../../../domain/suggestions/place.ts'

const place = (kind: 'falsification' | 'threshold' | 'wording' | 'general' | 'evidence', at: string, draftId = 'd') =>
  candidatePlace('strategy', { kind, place: at, draftId: draftId === '' ? null : draftId })

describe('candidates', () => {
  it('[W1] stand in hearings and threads on wording about one text of a draft', () => {
    expect(place('falsification', 'section/falsification')?.label).toBe('Falsification signal')
    expect(place('threshold', 'field/no-threshold-reason')?.label).toBe('Why there is no threshold')
    expect(place('wording', 'field/title')?.label).toBe('Title')
    for (const at of ['entry', 'field/lever', 'field/rejects-frame', 'field/tags', 'section/none']) {
      expect(place('wording', at)).toBeNull()
    }
    expect(place('general', 'section/bet')).toBeNull()
    expect(place('evidence', 'section/bet')).toBeNull()
    expect(place('falsification', 'section/falsification', '')).toBeNull()
  })

  it('[W6] are all shown but the oldest of many that were withdrawn', () => {
    const all = Array.from({ length: mostWithdrawn + 6 }, (_, i) => ({
      n: i + 1,
      state: i === 0 ? ('standing' as const) : i === 1 ? ('merged' as const) : ('withdrawn' as const),
    }))
    const shown = shownCandidates(all).map(({ n }) => n)
    expect(shown).toHaveLength(mostWithdrawn + 2)
    expect(shown.slice(0, 3)).toEqual([1, 2, 7])
    expect(shownCandidates(all.slice(0, 20))).toEqual(all.slice(0, 20))
  })

  it('[W2] the status quo has a name, also where nothing stands there', () => {
    expect(candidateName(0)).toBe('As it stands')
    expect(['falsification', 'threshold', 'wording'].map((kind) => nothingThere(kind as 'wording'))).toEqual([
      'No signal',
      'No threshold',
      'No text',
    ])
  })

  it('[W3] a wording must say something that no standing one says yet', () => {
    const [a, b] = [paragraph('One firm decides.'), paragraph('Two firms decide.')]
    const standing = [{ n: 3, hash: partHash(b) }]
    expect(decidePropose(a, [], standing)).toEqual({ outcome: 'propose' })
    expect(decidePropose([], a, standing)).toEqual({ outcome: 'empty' })
    expect(decidePropose('', 'Pause', [])).toEqual({ outcome: 'empty' })
    expect(decidePropose(a, a, standing)).toEqual({ outcome: 'says-already', n: 0 })
    expect(decidePropose(b, a, standing)).toEqual({ outcome: 'says-already', n: 3 })
    const many = Array.from({ length: mostStanding }, (_, n) => ({
      n: n + 1,
      hash: partHash(paragraph(`Number ${n}.`)),
    }))
    expect(decidePropose(a, [], many)).toEqual({ outcome: 'full' })
    expect(decidePropose(a, [], many.slice(1))).toEqual({ outcome: 'propose' })
  })

  it('[W5] is reworded until somebody else has said something about it', () => {
    expect(mayReword({ reactions: 0, reasonsOfOthers: 0 })).toBe(true)
    expect(mayReword({ reactions: 1, reasonsOfOthers: 0 })).toBe(false)
    expect(mayReword({ reactions: 0, reasonsOfOthers: 1 })).toBe(false)
  })

  it('[W11] is carried once, and again only after that came to nothing', () => {
    const [a, b] = [paragraph('One.'), paragraph('Two.')]
    const decide = (suggestion: Parameters<typeof decideCarry>[0]['suggestion'], present = a) =>
      decideCarry({ state: 'standing', suggestion }, present, b)
    expect([null, 'declined', 'withdrawn'].map((state) => decide(state as null))).toEqual(['carry', 'carry', 'carry'])
    expect(['open', 'accepted', 'edited'].map((state) => decide(state as 'open'))).toEqual(Array(3).fill('carried'))
    expect(decide(null, b)).toBe('stands-already')
    expect(decideCarry({ state: 'merged', suggestion: null }, a, b)).toBe('ended')
    expect(decideCarry({ state: 'withdrawn', suggestion: null }, a, b)).toBe('ended')
  })

  it('[W12] an adopted signal names one where some stand', () => {
    expect(nameCandidate('signal-adopted', [1, 2], null)).toEqual({ outcome: 'unnamed' })
    expect(nameCandidate('signal-adopted', [1, 2], 2)).toEqual({ outcome: 'named', n: 2 })
    expect(nameCandidate('signal-adopted', [1], 0)).toEqual({ outcome: 'named', n: 0 })
    expect(nameCandidate('signal-adopted', [], null)).toEqual({ outcome: 'named', n: null })
    expect(nameCandidate('signal-adopted', [], 0)).toEqual({ outcome: 'unknown' })
    expect(nameCandidate('wording-adopted', [1], null)).toEqual({ outcome: 'named', n: null })
    expect(nameCandidate('wording-adopted', [1], 3)).toEqual({ outcome: 'unknown' })
    expect(nameCandidate('set-aside', [1], 1)).toEqual({ outcome: 'named', n: null })
  })
})
