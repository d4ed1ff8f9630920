import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canDispose, canWithdraw } from '../../domain/objections/rules.ts'
import type { StandInCase } from '../../domain/objections/stand-ins.ts'
import {
  awayTerm,
  canActFor,
  canTakeUp,
  canWordFor,
  decideAsk,
  decideName,
  decideStepIn,
  isAsked,
  isAway,
  standInOf,
} from '../../domain/objections/stand-ins.ts'

const day = 24 * 3_600_000
const start = 100 * day
const open: StandInCase = {
  ownerId: 'owner',
  disposition: 'open',
  sealed: false,
  createdAt: start,
  standInId: null,
  standInSince: null,
  standInNamed: false,
  askedAt: null,
  askedBy: null,
  disposedBy: null,
  ownerSeenAt: start,
  standInSeenAt: null,
}
const late = start + awayTerm
const asked: StandInCase = { ...open, askedAt: late, askedBy: 'moderator' }
const stoodIn: StandInCase = { ...asked, standInId: 'ben', standInSince: late + 1, standInSeenAt: late + 1 }
const named: StandInCase = { ...open, standInId: 'ben', standInSince: start, standInNamed: true, standInSeenAt: late }

describe('stand-ins', () => {
  it('[O12] one that is sealed, without an owner or not open has none', () => {
    for (const change of [{ sealed: true }, { ownerId: null }]) {
      expect(standInOf({ ...stoodIn, ...change })).toBeNull()
      expect(decideAsk({ ...open, ...change }, false, late)).toBe('not-open')
      expect(decideStepIn({ ...asked, ...change }, 'ben', late)).toBe('not-open')
      expect(canActFor({ ...stoodIn, ...change }, 'ben')).toBe(false)
    }
    expect(decideAsk({ ...open, disposition: 'dismissed' }, false, late)).toBe('not-open')
  })

  it('[O13] its owner names, changes and ends it while it is open', () => {
    expect(decideName(open, 'owner')).toBe('name')
    expect(decideName(named, 'owner')).toBe('name')
    expect(decideName(open, 'moderator')).toBe('not-yours')
    expect(decideName({ ...open, disposition: 'adopted' }, 'owner')).toBe('not-open')
  })

  it('[O14] the owner is away a term after being seen, and not for the time before the objection', () => {
    expect(isAway(open, late - 1)).toBe(false)
    expect(isAway(open, late)).toBe(true)
    expect(isAway({ ...open, ownerSeenAt: late }, late + 1)).toBe(false)
    expect(isAway({ ...open, ownerSeenAt: null }, late - 1)).toBe(false)
    expect(isAway({ ...open, ownerSeenAt: start - 90 * day }, late - 1)).toBe(false)
  })

  it('[O15] is asked for once the owner is away, once, and not while somebody stands in who is here', () => {
    expect(decideAsk(open, false, late - 1)).toBe('not-away')
    expect(decideAsk(open, false, late)).toBe('ask')
    expect(decideAsk(asked, false, late + 1)).toBe('asked-already')
    expect(decideAsk(stoodIn, true, late + day)).toBe('stood-in')
    expect(decideAsk(named, true, late)).toBe('stood-in')
  })

  it('[O12] [O15] who stands in and is away too, or may no more, is replaced', () => {
    const both = late + 1 + awayTerm
    expect(decideAsk(stoodIn, true, both - 1)).toBe('stood-in')
    expect(decideAsk(stoodIn, true, both)).toBe('ask')
    expect(decideAsk(stoodIn, false, late + day)).toBe('ask')
    expect(decideStepIn({ ...stoodIn, askedAt: both, askedBy: 'moderator' }, 'chidi', both)).toBe('step-in')
    expect(decideAsk({ ...stoodIn, askedAt: both }, true, both + 1)).toBe('asked-already')
  })

  it('[O15] whoever was asked steps in, the first, but not who asked, and not once the owner was seen', () => {
    expect(decideStepIn(open, 'ben', late)).toBe('not-asked')
    expect(decideStepIn(asked, 'ben', late)).toBe('step-in')
    expect(decideStepIn(asked, 'moderator', late)).toBe('asked-it-yourself')
    expect(decideStepIn(stoodIn, 'chidi', late + 2)).toBe('stood-in')
    const back = { ...asked, ownerSeenAt: late + day }
    expect(decideStepIn(back, 'ben', late + day)).toBe('not-asked')
    expect(isAsked(back, late + day + awayTerm)).toBe(false)
  })

  it('[O16] acts while it is open, and words the note unless its owner has', () => {
    expect(canActFor(stoodIn, 'ben')).toBe(true)
    expect(canActFor(stoodIn, 'chidi')).toBe(false)
    expect(canActFor({ ...stoodIn, disposition: 'dismissed' }, 'ben')).toBe(false)
    const answered = { ...stoodIn, disposition: 'dismissed' as const, minorityNote: null, noteBy: null }
    expect(canWordFor(answered, 'ben', false)).toBe(true)
    expect(canWordFor(answered, 'ben', true)).toBe(false)
    expect(canWordFor({ ...answered, disposition: 'adopted' }, 'ben', false)).toBe(false)
    expect(canWordFor({ ...answered, disposition: 'open' }, 'ben', false)).toBe(false)
    expect(canWordFor({ ...answered, minorityNote: 'So.', noteBy: 'owner' }, 'ben', false)).toBe(false)
    expect(canWordFor({ ...answered, minorityNote: 'So.', noteBy: 'ben' }, 'ben', false)).toBe(true)
  })

  it('[O17] who stepped in leaves when the owner is seen; whom the owner named stays', () => {
    const back = { ownerSeenAt: late + day }
    expect(standInOf(stoodIn)).toBe('ben')
    expect(standInOf({ ...stoodIn, ...back })).toBeNull()
    expect(standInOf({ ...named, ...back })).toBe('ben')
  })

  it('[O18] its owner alone takes up what a stand-in withdrew, once, while one may object', () => {
    const gone = { ...stoodIn, disposition: 'withdrawn' as const, disposedBy: 'ben', takenUpAt: null }
    expect(canTakeUp(gone, 'owner', true)).toBe(true)
    expect(canTakeUp(gone, 'ben', true)).toBe(false)
    expect(canTakeUp(gone, 'owner', false)).toBe(false)
    expect(canTakeUp({ ...gone, takenUpAt: late }, 'owner', true)).toBe(false)
    expect(canTakeUp({ ...gone, disposedBy: 'owner' }, 'owner', true)).toBe(false)
    expect(canTakeUp({ ...gone, disposition: 'dismissed' }, 'owner', true)).toBe(false)
  })
})

describe('any history of stand-ins', () => {
  type Step = { who: string; act: 'seen' | 'name' | 'end' | 'ask' | 'step-in' | 'withdraw' | 'take-up'; wait: number }
  const people = ['owner', 'draft-owner', 'moderator', 'ben', 'chidi']
  const asks = new Set(['draft-owner', 'moderator'])
  const mayStandIn = new Set(['moderator', 'ben', 'chidi'])
  const step: fc.Arbitrary<Step> = fc.record({
    who: fc.constantFrom(...people),
    act: fc.constantFrom('seen', 'name', 'end', 'ask', 'step-in', 'withdraw', 'take-up'),
    wait: fc.integer({ min: 1, max: 20 * day }),
  })

  it('[O14] [O15] [O18] nobody stands in before the term but whom the owner named; nothing is a dead end', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let one = open
        let now = start
        let takenUpAt: number | null = null
        const seen = new Map([['owner', start]])
        for (const { who, act, wait } of steps) {
          now += wait
          // Every act is done signed in.
          seen.set(who, now)
          one = {
            ...one,
            ownerSeenAt: seen.get('owner') ?? null,
            standInSeenAt: seen.get(one.standInId ?? '') ?? null,
          }
          const before = standInOf(one)
          if (act === 'name' && decideName(one, who) === 'name')
            one = { ...one, standInId: 'ben', standInSince: now, standInNamed: true }
          if (act === 'end' && decideName(one, who) === 'name') one = { ...one, standInId: null, standInSince: null }
          if (act === 'ask' && asks.has(who) && decideAsk(one, true, now) === 'ask') {
            expect(now - (seen.get('owner') ?? 0)).toBeGreaterThanOrEqual(awayTerm)
            one = { ...one, askedAt: now, askedBy: who }
          }
          if (act === 'step-in' && mayStandIn.has(who) && decideStepIn(one, who, now) === 'step-in') {
            expect(now - (seen.get('owner') ?? 0)).toBeGreaterThanOrEqual(awayTerm)
            expect(who).not.toBe(one.askedBy)
            one = { ...one, standInId: who, standInSince: now, standInNamed: false }
          }
          if (act === 'withdraw' && (canWithdraw(one, who) || canActFor(one, who))) {
            expect([one.ownerId, before]).toContain(who)
            one = { ...one, disposition: 'withdrawn', disposedBy: who }
          }
          if (act === 'take-up' && canTakeUp({ ...one, takenUpAt }, who, true)) {
            expect(who).toBe('owner')
            takenUpAt = now
            one = { ...one, disposition: 'open', disposedBy: null, standInId: null, standInSince: null }
          }
          // Somebody who stepped in never outlasts the owner's return.
          if (who === 'owner' && !one.standInNamed) expect(standInOf(one)).toBeNull()
          if (one.disposition !== 'open') continue
          // An answer by others is open at all times, and for an absent owner there is a way to one who speaks.
          expect(canDispose(one, 'moderator')).toBe(true)
          const later = now + awayTerm
          const idle = { ...one, standInSeenAt: seen.get(one.standInId ?? '') ?? null }
          const ask = decideAsk(idle, true, later)
          expect(['ask', 'asked-already']).toContain(ask)
          const waiting = ask === 'ask' ? { ...idle, askedAt: later, askedBy: 'draft-owner' } : idle
          expect(['ben', 'chidi'].map((by) => decideStepIn(waiting, by, later))).toContain('step-in')
        }
      }),
      { numRuns: 500 },
    )
  })
})
