import { describe, expect, it } from 'vitest'
import { actsFor, reasonFits, slowedUntil } from '../../../domain/moderation/acts.ts'
import type { CaseThing } from '../../../domain/moderation/cases.ts'
import {
  appealTime,
  claimTime,
  conflictOf,
  decideAppealing,
  decideAppealNow,
  decideNow,
  dueOf,
} from '../../../domain/moderation/cases.ts'
import { readRef, writeRef } from '../../../domain/moderation/refs.ts'
import { brokenLimit, dayLimits, standingAt, standings, widensWords } from '../../../domain/moderation/standing.ts'
import { caseActs, decisionReasons } from '../../../domain/moderation/words.ts'
import { day } from '../../../domain/text/day.ts'

const now = Date.UTC(2026, 10, 24, 12)
const fresh: CaseThing = {
  kind: 'flags',
  state: 'open',
  revision: 1,
  authorId: 'author',
  claimedBy: null,
  claimedAt: null,
  decidedBy: null,
  decidedAt: null,
  act: null,
  appeal: 'none',
}
const hidden: CaseThing = { ...fresh, state: 'decided', decidedBy: 'mod', decidedAt: now, act: 'hide', revision: 2 }

describe('who decides', () => {
  const involved = { flaggedBy: ['flagger'], participants: ['talker'] }
  it('[Y6] nobody decides their own matter', () => {
    expect(conflictOf('author', fresh, involved)).toBe('author')
    expect(conflictOf('flagger', fresh, involved)).toBe('flagged')
    expect(conflictOf('talker', fresh, involved)).toBe('participant')
    expect(conflictOf('talker', { ...fresh, kind: 'first-post' }, involved)).toBeNull()
    expect(conflictOf('mod', fresh, involved)).toBeNull()
  })
  it('[Y13] an appeal goes to somebody else', () => {
    expect(conflictOf('mod', hidden, involved)).toBe('decided')
    expect(conflictOf('another', hidden, involved)).toBeNull()
  })
  it('[Y7] one decision is made on what was seen, by who holds the case', () => {
    const asked = { actorId: 'mod', seen: 1, now }
    expect(decideNow(fresh, asked)).toBe('go')
    expect(decideNow({ ...fresh, revision: 2 }, asked)).toBe('changed')
    expect(decideNow(hidden, asked)).toBe('decided')
    const held = { ...fresh, claimedBy: 'another', claimedAt: now - claimTime + 1 }
    expect(decideNow(held, asked)).toBe('held')
    expect(decideNow({ ...held, claimedAt: now - claimTime }, asked)).toBe('go')
    expect(decideNow({ ...held, claimedBy: 'mod' }, asked)).toBe('go')
    expect(decideAppealNow({ ...hidden, appeal: 'open' }, { ...asked, seen: 2 })).toBe('go')
    expect(decideAppealNow({ ...hidden, appeal: 'upheld' }, { ...asked, seen: 2 })).toBe('decided')
  })
  it('[Y12] the author appeals once, in time, against what took something', () => {
    expect(decideAppealing(hidden, 'author', now)).toBe('go')
    expect(decideAppealing(hidden, 'mod', now)).toBe('not-yours')
    expect(decideAppealing({ ...hidden, appeal: 'upheld' }, 'author', now)).toBe('once')
    expect(decideAppealing(hidden, 'author', now + appealTime)).toBe('late')
    for (const act of ['keep', 'remove'] as const) {
      expect(decideAppealing({ ...hidden, act }, 'author', now)).toBe('nothing')
    }
    expect(decideAppealing(fresh, 'author', now)).toBe('nothing')
  })
})

describe('what fits', () => {
  const ground = { kind: 'contribution', authorId: 'a', inThread: true, inDraft: false, maySuspend: true } as const
  it('[Y8] an act fits its thing', () => {
    expect(actsFor(ground)).toEqual(caseActs.filter((act) => act !== 'correct'))
    expect(actsFor({ ...ground, kind: 'person', authorId: null, inThread: false })).toEqual(['keep', 'correct'])
    expect(actsFor({ ...ground, authorId: null })).toEqual(['keep', 'hide', 'lock', 'remove'])
    expect(actsFor({ ...ground, maySuspend: false })).not.toContain('suspend')
    expect(actsFor({ ...ground, kind: 'position', inThread: false })).toEqual(['keep', 'hide', 'suspend', 'remove'])
    expect(actsFor({ ...ground, kind: 'draft', inThread: false, inDraft: true })).toEqual([
      'keep',
      'hide',
      'slow',
      'suspend',
    ])
  })
  it('[Y5] keep goes with “in order” alone', () => {
    for (const act of caseActs) {
      for (const reason of decisionReasons) {
        expect(reasonFits(act, reason)).toBe((act === 'keep') === (reason === 'in-order'))
      }
    }
  })
  it('[Y10] a slow-down counts from the last post and ends', () => {
    const slow = { minutes: 15, until: now + day }
    expect(slowedUntil(slow, now - 60_000, now)).toBe(now + 14 * 60_000)
    expect(slowedUntil(slow, now - 15 * 60_000, now)).toBeNull()
    expect(slowedUntil(slow, null, now)).toBeNull()
    expect(slowedUntil({ ...slow, until: now }, now, now)).toBeNull()
    expect(slowedUntil(undefined, now, now)).toBeNull()
  })
  it('[Y15] what waits is due, then late', () => {
    expect(dueOf('flags', now, now)).toEqual({ at: now + 2 * day, tone: 'ok' })
    expect(dueOf('flags', now, now + 1.5 * day).tone).toBe('soon')
    expect(dueOf('flags', now, now + 2 * day).tone).toBe('late')
  })
})

describe('newcomers', () => {
  it('[Y16] limits widen by age and contribution together', () => {
    const at = (days: number, accepted: number) =>
      standingAt({ createdAt: now - days * day, accepted, exempt: false }, now)
    expect(at(0, 0)).toBe('newcomer')
    expect(at(100, 0)).toBe('newcomer')
    expect(at(0, 100)).toBe('newcomer')
    expect(at(2, 3)).toBe('known')
    expect(at(30, 20)).toBe('trusted')
    expect(standingAt({ createdAt: now, accepted: 0, exempt: true }, now)).toBe('trusted')
    for (const what of ['posts', 'mentions', 'links', 'flags'] as const) {
      const row = standings.map((standing) => dayLimits[standing][what])
      expect(row).toEqual([...row].sort((a, b) => a - b))
    }
  })
  it('[Y16] [Y17] a broken limit is named', () => {
    const most = dayLimits.newcomer
    expect(brokenLimit('newcomer', { today: most.posts, text: '' })).toEqual({ what: 'posts', most: most.posts })
    const links = 'https://a.example '.repeat(most.links + 1)
    expect(brokenLimit('newcomer', { today: 0, text: links })?.what).toBe('links')
    expect(brokenLimit('known', { today: 0, text: links })).toBeNull()
    const names = '@ann '.repeat(most.mentions + 1)
    expect(brokenLimit('newcomer', { today: 0, text: names })?.what).toBe('mentions')
    expect(brokenLimit('newcomer', { today: 0, text: 'me@example.org '.repeat(50) })).toBeNull()
    expect(widensWords('newcomer')).toContain('2 days')
  })
})

it('[Y1] a thing is named in one way', () => {
  for (const name of ['contribution/abc', 'candidate/abc/3', 'position/e1/a1', 'draft/x']) {
    const ref = readRef(name)
    expect(ref && writeRef(ref)).toBe(name)
  }
  for (const bad of [
    '',
    'vote/abc',
    'contribution/',
    'contribution/a/b',
    'candidate/a/0',
    'candidate/a',
    'position/e',
    "draft/'",
  ]) {
    expect(readRef(bad)).toBeNull()
  }
})
