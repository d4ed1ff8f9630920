import { describe, expect, it } from 'vitest'
import { entryKinds, kinds } from '../../../domain/entries/kinds.ts'
import { headerFieldsOf, startsFromPresent, withHeaderField } from '../../../domain/threads/header.ts'
import { defaultTitle, fitsPlace, hearingPlaces, placeLabel, placesOf } from '../../../domain/threads/place.ts'
import { decideReply, decideResolve, outcomesOf, typesOf } from '../../../domain/threads/rules.ts'
import { postedTypes, threadKinds, threadOutcomes } from '../../../domain/threads/words.ts'

describe('places', () => {
  it('[T1] knows every section and field of a kind, and nothing else', () => {
    for (const kind of entryKinds) {
      for (const place of placesOf(kind)) expect(placeLabel(kind, place), `${kind} ${place}`).not.toBeNull()
      expect(placesOf(kind)).toContain('field/title')
      expect(placesOf(kind).includes('field/declarations')).toBe(kinds[kind].declares.length > 0)
    }
    for (const place of ['', 'section', 'section/', 'section/nothing', 'field/bet', 'section/bet/x', 'page/bet']) {
      expect(placeLabel('strategy', place), place).toBeNull()
    }
    expect(placeLabel('concept', 'section/bet')).toBeNull()
    expect(placeLabel('concept', 'field/declarations')).toBeNull()
  })

  it('[T2] lets a hearing stand at its own places only, and only where the kind has them', () => {
    const fitting = placesOf('strategy').filter((place) => fitsPlace('strategy', place, 'falsification'))
    expect(fitting.sort()).toEqual([...hearingPlaces.falsification].sort())
    expect(fitsPlace('strategy', 'section/overshoot', 'threshold')).toBe(true)
    expect(fitsPlace('strategy', 'section/bet', 'threshold')).toBe(false)
    expect(placesOf('concept').some((place) => fitsPlace('concept', place, 'falsification'))).toBe(false)
  })

  it('[T2] lets a thread on a relation stand only where relations are declared', () => {
    expect(fitsPlace('strategy', 'field/declarations', 'relation')).toBe(true)
    expect(fitsPlace('person', 'entry', 'relation')).toBe(false)
  })

  it('names a thread that nobody has named', () => {
    expect(defaultTitle('strategy', 'section/bet', 'wording')).toBe('Wording: Bet')
    expect(defaultTitle('strategy', 'section/falsification', 'falsification')).not.toBe('')
  })
})

describe('headers', () => {
  it('[T4] has the fields of its kind and none for other threads', () => {
    expect(headerFieldsOf('falsification').map(({ id }) => id)).toEqual([
      'observation',
      'measured',
      'by-when',
      'recognised-by',
      'fine-print',
      'state',
    ])
    expect(headerFieldsOf('threshold').map(({ id }) => id)).toEqual([
      'indicator',
      'stable-side',
      'unstable-side',
      'overshoot',
      'leading-indicator',
      'reading',
    ])
    expect(headerFieldsOf('wording')).toEqual([])
  })

  it('[T5] changes one field and leaves the others; an empty text clears it', () => {
    const header = { observation: 'a', state: 'b' }
    expect(withHeaderField(header, 'state', 'c')).toEqual({ observation: 'a', state: 'c' })
    expect(withHeaderField(header, 'state', '')).toEqual({ observation: 'a' })
    expect(startsFromPresent(header, 'state', 'b')).toBe(true)
    expect(startsFromPresent(header, 'state', 'old')).toBe(false)
    expect(startsFromPresent(header, 'measured', '')).toBe(true)
  })
})

describe('contributions', () => {
  it('[T6] allows the types that fit the kind of thread', () => {
    for (const kind of ['falsification', 'threshold', 'general'] as const) expect(typesOf(kind)).toEqual(postedTypes)
    expect(typesOf('wording')).toEqual(['for', 'against', 'question', 'rewording', 'note'])
    expect(typesOf('evidence')).not.toContain('rewording')
    expect(typesOf('relation')).not.toContain('rewording')
  })

  it('[T7] [T9] answers what is in the same thread and not deleted', () => {
    expect(decideReply('t', { threadId: 't', deletedAt: null })).toBe('reply')
    expect(decideReply('t', { threadId: 't', deletedAt: 5 })).toBe('deleted')
    expect(decideReply('t', { threadId: 'u', deletedAt: null })).toBe('elsewhere')
    expect(decideReply('t', undefined)).toBe('elsewhere')
  })
})

describe('outcomes', () => {
  it('[T12] fit the kind of thread and what it is about', () => {
    for (const kind of threadKinds) {
      for (const onDraft of [true, false]) {
        const fitting = outcomesOf({ kind, onDraft })
        expect(fitting).toContain('set-aside')
        expect(fitting.includes('signal-adopted')).toBe(kind === 'falsification')
        expect(fitting.includes('minority-note')).toBe(onDraft)
        for (const outcome of threadOutcomes) {
          const decision = decideResolve({ kind, onDraft, header: { observation: 'seen' } }, outcome)
          expect(decision).toBe(fitting.includes(outcome) ? 'resolve' : 'unfit')
        }
      }
    }
  })

  it('[T13] there is no signal without an observation', () => {
    const hearing = { kind: 'falsification', onDraft: true } as const
    expect(decideResolve({ ...hearing, header: {} }, 'signal-adopted')).toBe('no-observation')
    expect(decideResolve({ ...hearing, header: { observation: '  ' } }, 'signal-adopted')).toBe('no-observation')
    expect(decideResolve({ ...hearing, header: {} }, 'set-aside')).toBe('resolve')
  })
})
