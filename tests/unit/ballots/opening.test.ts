import { describe, expect, it } from 'vitest'
import type { Opening } from '../../../domain/ballots/opening.ts'
import { openingFault } from '../../../domain/ballots/opening.ts'
import { canCount, shownState } from '../../../domain/ballots/time.ts'

const now = Date.UTC(2026, 10, 24, 12)
const minute = 60_000
const good: Opening = {
  rule: 'supermajority',
  parameters: { p: 0.75 },
  quorum: 2,
  closesAt: now + minute,
  electorate: 3,
}

describe('opening a ballot', () => {
  it('[B15] accepts a complete opening, and the usual parameters where none are given', () => {
    expect(openingFault(good, now)).toBeNull()
    expect(openingFault({ ...good, parameters: {} }, now)).toBeNull()
    expect(openingFault({ ...good, quorum: { share: 1 } }, now)).toBeNull()
  })

  it.each<[string, Partial<Opening>, string, RegExp]>([
    ['a rule nobody knows', { rule: 'coin-toss' }, 'rule', /one of the rules/],
    ['a rule between options without any', { rule: 'ranked', parameters: {} }, 'options', /two options at least/],
    ['options under a rule about one text', { options: ['A', 'B'] }, 'rule', /decides about one text/],
    ['the same option twice', { rule: 'score', parameters: {}, options: ['A', ' a '] }, 'options', /named twice/],
    ['an option without words', { rule: 'score', parameters: {}, options: ['A', ' '] }, 'options', /no words/],
    ['eleven options', { rule: 'score', parameters: {}, options: [...'abcdefghijk'] }, 'options', /10 options at most/],
    ['a share of one half', { parameters: { p: 0.5 } }, 'parameters', /from 50.01 % to 100 %/],
    ['a share that is no number', { parameters: { p: Number.NaN } }, 'parameters', /Share of yes/],
    ['an unknown parameter', { parameters: { q: 1 } }, 'parameters', /no parameter "q"/],
    ['nobody to vote', { electorate: 0 }, 'electorate', /Nobody could vote/],
    ['a quorum above the electorate', { quorum: 4 }, 'quorum', /can never be reached/],
    ['half a paper', { quorum: 1.5 }, 'quorum', /whole number/],
    ['a share above all', { quorum: { share: 1.2 } }, 'quorum', /up to 100 %/],
    ['the past', { closesAt: now - minute }, 'closesAt', /at least one minute/],
    ['too soon', { closesAt: now + minute - 1 }, 'closesAt', /at least one minute/],
    ['too far away', { closesAt: now + 367 * 24 * 60 * minute }, 'closesAt', /a year/],
    ['no time', { closesAt: Number.NaN }, 'closesAt', /when the ballot closes/],
  ])('[B15] refuses %s and names the input', (_what, change, field, words) => {
    expect(openingFault({ ...good, ...change }, now)).toEqual({ field, words: expect.stringMatching(words) })
  })
})

describe('the closing instant', () => {
  it('[B14] counts a vote before it and none at it', () => {
    expect([now - 1, now, now + 1].map((castAt) => canCount(castAt, now))).toEqual([true, false, false])
  })

  it('[B14] shows a ballot past its time as counting until it is closed', () => {
    expect(shownState('open', now, now - 1)).toBe('open')
    expect(shownState('open', now, now)).toBe('counting')
    expect(shownState('closed', now, now)).toBe('closed')
  })
})
