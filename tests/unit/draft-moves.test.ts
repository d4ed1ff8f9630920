import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftMove, DraftState } from '../../domain/drafts/moves.ts'
import { afterMove, draftMoves, draftStates, isDeletable, ownMoves } from '../../domain/drafts/moves.ts'
import { writingSessions } from '../../domain/drafts/sessions.ts'
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

describe('writing sessions', () => {
  it('joins what one person wrote without a long pause, and keeps people apart', () => {
    const minute = 60_000
    const ada = { actorId: 'a', name: 'Ada' }
    const ben = { actorId: 'b', name: 'Ben' }
    const sessions = writingSessions([
      { ...ada, from: 0, to: minute, changes: 3 },
      { ...ben, from: minute, to: 2 * minute, changes: 1 },
      { ...ada, from: 10 * minute, to: 11 * minute, changes: 4 },
      { ...ada, from: 60 * minute, to: 61 * minute, changes: 5 },
    ])
    expect(sessions).toEqual([
      { ...ada, from: 60 * minute, to: 61 * minute, changes: 5 },
      { ...ada, from: 0, to: 11 * minute, changes: 7 },
      { ...ben, from: minute, to: 2 * minute, changes: 1 },
    ])
  })

  it('loses no change and no stretch of time', () => {
    const stretch = fc.record({
      actorId: fc.constantFrom('a', 'b', 'c'),
      name: fc.constant('somebody'),
      from: fc.nat({ max: 10_000_000 }),
      changes: fc.integer({ min: 1, max: 50 }),
      length: fc.nat({ max: 300_000 }),
    })
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 40 }), (given) => {
        const stretches = given.map(({ length, ...rest }) => ({ ...rest, to: rest.from + length }))
        const sessions = writingSessions(stretches)
        const sum = (list: { changes: number }[]) => list.reduce((all, { changes }) => all + changes, 0)
        expect(sum(sessions)).toBe(sum(stretches))
        for (const { actorId, from, to } of stretches) {
          expect(sessions.some((one) => one.actorId === actorId && one.from <= from && one.to >= to)).toBe(true)
        }
      }),
    )
  })
})
