import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideMind } from '../../../domain/threads/minds.ts'
import { stances } from '../../../domain/threads/reactions.ts'

const theirs = { authorId: 'ana', deletedAt: null }
const stance = fc.constantFrom(...stances)

describe('changing one’s mind', () => {
  it('[T30] goes from one to another of three, by a contribution of somebody else', () => {
    expect(decideMind(theirs, { from: 'disagree', to: 'unsure' }, 'bo')).toBe('record')
    expect(decideMind(theirs, { from: 'agree', to: 'agree' }, 'bo')).toBe('same')
    expect(decideMind(theirs, { from: 'disagree', to: 'unsure' }, 'ana')).toBe('own')
  })

  it('[T30] [T32] is recorded exactly where the contribution is there, somebody else’s, and both ends differ', () => {
    fc.assert(
      fc.property(stance, stance, fc.boolean(), fc.boolean(), (from, to, deleted, own) => {
        const contribution = { authorId: own ? 'bo' : 'ana', deletedAt: deleted ? 1 : null }
        const records = decideMind(contribution, { from, to }, 'bo') === 'record'
        expect(records).toBe(!deleted && !own && from !== to)
      }),
    )
  })
})
