import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftMove, DraftState } from '../../domain/drafts/moves.ts'
import { afterMove, draftMoves, draftStates, isDeletable, ownMoves } from '../../domain/drafts/moves.ts'
import { freeSlug, slugOf } from '../../domain/drafts/slug.ts'

const moves = Object.keys(draftMoves) as DraftMove[]

function reachable(from: DraftState): Set<DraftState> {
  const seen = new Set([from])
  for (const state of seen) {
    for (const move of moves) {
      const next = afterMove(state, move)
      if (next) seen.add(next)
    }
  }
  return seen
}

describe('moves of a draft', () => {
  it('[D1] every state is reached from writing', () => {
    expect([...reachable('writing')].sort()).toEqual([...draftStates].sort())
  })

  it.each([
    ['writing', 'submit', 'in-review'],
    ['in-review', 'take-back', 'writing'],
    ['in-review', 'open-ballot', 'ballot-open'],
    ['ballot-open', 'promote', 'promoted'],
    ['ballot-open', 'return', 'returned'],
    ['ballot-open', 'void-ballot', 'in-review'],
    ['promoted', 'publish', 'published'],
    ['returned', 'archive', 'archived'],
    ['writing', 'merge', 'merged'],
    ['merged', 'take-back', 'writing'],
  ] as const)('[D2] %s, %s: %s', (state, move, next) => {
    expect(afterMove(state, move)).toBe(next)
  })

  it.each([
    ['in-review', 'submit'],
    ['writing', 'promote'],
    ['writing', 'publish'],
    ['withdrawn', 'submit'],
    ['withdrawn', 'open-ballot'],
  ] as const)('[D2] refuses %s, %s', (state, move) => {
    expect(afterMove(state, move)).toBeNull()
  })

  it('[D3] nobody moves a draft by hand while its ballot is open', () => {
    for (const move of ownMoves) expect(afterMove('ballot-open', move)).toBeNull()
  })

  it('[D4] published is final and no other state is a dead end', () => {
    for (const move of moves) expect(afterMove('published', move)).toBeNull()
    for (const state of draftStates) expect(reachable(state)).toContain('published')
  })

  it('[D5] a promoted draft can be taken back', () => {
    expect(afterMove('promoted', 'take-back')).toBe('writing')
  })

  it('[D6] is deletable unless a ballot is open or a version came of it', () => {
    expect(draftStates.filter((state) => !isDeletable(state))).toEqual(['ballot-open', 'published'])
  })
})

describe('addresses of new entries', () => {
  it.each([
    ['Open source maximalism', 'open-source-maximalism'],
    ['Écoles d’été, “now”', 'ecoles-dete-now'],
    ['  AI — as sovereign entity! ', 'ai-as-sovereign-entity'],
    ['未来', 'strategy'],
  ])('[D14] %s', (title, slug) => {
    expect(slugOf(title, 'strategy')).toBe(slug)
  })

  it('[D14] are short, safe and free whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat({ max: 5 }), (title, n) => {
        const slug = slugOf(title, 'strategy')
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(60)
        const taken = new Set([slug, ...Array.from({ length: n }, (_, i) => `${slug}-${i + 2}`)])
        expect(taken.has(freeSlug(slug, taken))).toBe(false)
      }),
    )
  })
})
