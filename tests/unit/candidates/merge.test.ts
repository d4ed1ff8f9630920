import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergedReactions } from '../../../domain/candidates/merge.ts'
import { stances } from '../../../domain/threads/reactions.ts'

const people = ['a', 'b', 'c', 'd', 'e', 'author']
const reactions = fc.uniqueArray(
  fc.record({ actorId: fc.constantFrom(...people), stance: fc.constantFrom(...stances), at: fc.nat(5) }),
  { selector: ({ actorId }) => actorId },
)
/** Nobody reacts to their own candidate. */
const toOthers = reactions.map((all) => all.filter(({ actorId }) => actorId !== 'author'))

it('[W10] merging conserves persons: each of them once, whoever reacted to either, but the author', () => {
  fc.assert(
    fc.property(toOthers, reactions, (stays, goes) => {
      const after = mergedReactions(stays, goes, 'author').map(({ actorId }) => actorId)
      const before = new Set([...stays, ...goes].map(({ actorId }) => actorId))
      before.delete('author')
      expect([...after].sort()).toEqual([...before].sort())
    }),
  )
})

it('[W10] of two reactions of one person the later counts, and at the same moment the one that stays', () => {
  fc.assert(
    fc.property(toOthers, reactions, (stays, goes) => {
      for (const one of mergedReactions(stays, goes, 'author')) {
        const own = stays.find(({ actorId }) => actorId === one.actorId)
        const other = goes.find(({ actorId }) => actorId === one.actorId)
        expect(one).toBe(own && other ? (other.at > own.at ? other : own) : (own ?? other))
      }
    }),
  )
})

it('[W10] does not depend on the order in which reactions are listed', () => {
  const sorted = (all: { actorId: string }[]) => [...all].sort((a, b) => (a.actorId < b.actorId ? -1 : 1))
  fc.assert(
    fc.property(toOthers, reactions, (stays, goes) => {
      const turned = mergedReactions([...stays].reverse(), [...goes].reverse(), 'author')
      expect(sorted(turned)).toEqual(sorted(mergedReactions(stays, goes, 'author')))
    }),
  )
})
