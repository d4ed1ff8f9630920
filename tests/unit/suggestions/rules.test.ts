import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../domain/prose/tree.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { mergedPart } from '../../../domain/suggestions/merge.ts'
import { partHash, readPart, suggestPlace, typedPart, writePart } from '../../../domain/suggestions/place.ts'
import { decideAccept, decideProposal, isStale } from '../../../domain/suggestions/rules.ts'
import { suggestionStates } from '../../../domain/suggestions/words.ts'
import { sampleContent } from '../../factories/draft-world.ts'

const text = (...paragraphs: string[]): Block[] => paragraphs.flatMap((one) => paragraph(one))

describe('places of suggestions', () => {
  it('[G1] are sections, the title and fields with one value', () => {
    expect(suggestPlace('strategy', 'section/bet')).toMatchObject({ type: 'section', label: 'Bet' })
    expect(suggestPlace('strategy', 'field/title')).toMatchObject({ type: 'field', id: 'title' })
    expect(suggestPlace('strategy', 'field/lever')).toMatchObject({ type: 'field', id: 'lever' })
    for (const place of [
      'field/tags',
      'field/vintages',
      'field/declarations',
      'entry',
      'section/none',
      'section/bet/x',
    ]) {
      expect([place, suggestPlace('strategy', place)]).toEqual([place, null])
    }
  })

  it('[G2] reads a part as the draft says it, and what is typed as the same part', () => {
    for (const at of ['section/bet', 'field/title', 'field/lever', 'field/foreclosing', 'section/threshold']) {
      const place = suggestPlace('strategy', at)
      if (!place) throw new Error(at)
      const part = readPart(sampleContent, place)
      expect([at, partHash(typedPart(place, writePart(part)))]).toEqual([at, partHash(part)])
    }
  })
})

describe('proposing', () => {
  it('[G2] refuses what the place says already', () => {
    expect(decideProposal('a', 'a', undefined)).toBe('same')
    expect(decideProposal('a', 'b', undefined)).toBe('propose')
  })

  it('[G3] notices that the text changed meanwhile', () => {
    expect(decideProposal('a', 'b', partHash('a'))).toBe('propose')
    expect(decideProposal('a', 'b', partHash('earlier'))).toBe('changed')
  })
})

describe('accepting', () => {
  const suggestion = { state: 'open' as const, base: text('One.'), proposed: text('One and a half.') }

  it('[G5] puts in what stands on its base, and notes what stands there already', () => {
    expect(decideAccept(suggestion, text('One.'))).toBe('put-in')
    expect(decideAccept(suggestion, text('One and a half.'))).toBe('stands-already')
  })

  it('[G6] asks where the base has changed', () => {
    expect(decideAccept(suggestion, text('Two.'))).toBe('stale')
    expect(isStale(suggestion, text('Two.'))).toBe(true)
    expect(isStale(suggestion, text('One.'))).toBe(false)
  })

  it('[G4] ends once: nothing leads out of an ended state', () => {
    for (const state of suggestionStates.filter((one) => one !== 'open')) {
      expect(decideAccept({ ...suggestion, state }, text('One.'))).toBe('ended')
    }
  })
})

describe('bringing two changes together', () => {
  it('[G7] holds both where they touch different blocks', () => {
    const base = text('A', 'B', 'C', 'D')
    expect(mergedPart(base, text('A!', 'B', 'C', 'D'), text('A', 'B', 'C', 'D!'))).toEqual(text('A!', 'B', 'C', 'D!'))
    expect(mergedPart(base, text('B', 'C', 'D'), text('A', 'B', 'C', 'D', 'E'))).toEqual(text('B', 'C', 'D', 'E'))
  })

  it('[G7] leaves it to people where they touch the same block or the same gap', () => {
    const base = text('A', 'B')
    expect(mergedPart(base, text('A!', 'B'), text('A?', 'B'))).toBeNull()
    expect(mergedPart(base, text('A', 'B', 'C'), text('A', 'B', 'D'))).toBeNull()
    expect(mergedPart(base, text('A!', 'B'), text('A', 'N', 'B'))).toBeNull()
    expect(mergedPart('a', 'b', 'c')).toBeNull()
  })

  it('[G7] gives the other change alone where one side changed nothing, and never loses a block of either', () => {
    const blocks = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 }).map((words) => text(...words))
    fc.assert(
      fc.property(blocks, blocks, blocks, (base, present, proposed) => {
        expect(mergedPart(base, base, proposed)).toEqual(proposed)
        expect(mergedPart(base, present, base)).toEqual(present)
        const merged = mergedPart(base, present, proposed)
        expect(merged).toEqual(mergedPart(base, proposed, present))
        if (!merged) return
        const count = (all: readonly Block[], one: Block) => all.filter((b) => partHash([b]) === partHash([one])).length
        for (const one of new Set([...base, ...present, ...proposed])) {
          expect(count(merged, one)).toBe(count(present, one) + count(proposed, one) - count(base, one))
        }
      }),
    )
  })
})
