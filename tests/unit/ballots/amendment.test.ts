import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { challengeFault, closingAfterChallenge, earliestClosing } from '../../../domain/ballots/amendment.ts'
import { openFor } from '../../../domain/ballots/time.ts'
import type { WordedText } from '../../../domain/ballots/typo.ts'
import { typoFault } from '../../../domain/ballots/typo.ts'
import { partHashes } from '../../../domain/entries/content-hash.ts'
import type { EntryContent } from '../../../domain/entries/kinds.ts'
import { paragraph } from '../../../domain/prose/tree.ts'
import { partLabel } from '../../../domain/threads/place.ts'

const minute = 60_000
const day = 24 * 60 * minute

const content: EntryContent = {
  kind: 'strategy',
  schema: 1,
  title: 'Rate-limited AI',
  sections: {
    bet: paragraph('Slower steps leave time to notice what goes wrogn, at 30 steps a day.'),
    threshold: paragraph('The cap is so low that everyone runs uncapped copies.'),
  },
  fields: { lever: 'pace', pull: '+' },
  declarations: [],
}

function worded(n: number, said: EntryContent, rest: Partial<WordedText> = {}): WordedText {
  return { n, change: n === 1 ? 'opening' : 'typo', challenged: false, parts: partHashes(said), content: said, ...rest }
}

const withBet = (words: string): EntryContent => ({
  ...content,
  sections: { ...content.sections, bet: paragraph(words) },
})
const fault = (next: EntryContent, texts = [worded(1, content)]) =>
  typoFault(texts, { content: next, parts: partHashes(next) })

describe('what may be called a typo', () => {
  it('[B43] lets a slip of a few letters pass, in the title too', () => {
    expect(fault(withBet('Slower steps leave time to notice what goes wrong, at 30 steps a day.'))).toBeNull()
    expect(fault({ ...content, title: 'Rate-limited AIs' })).toBeNull()
    expect(fault(content)).toBeNull()
  })

  it.each([
    ['a word that turns the meaning', 'Slower steps do not leave time to notice what goes wrogn, at 30 steps a day.'],
    ['a digit', 'Slower steps leave time to notice what goes wrogn, at 90 steps a day.'],
    ['a word taken out', 'Slower steps leave time to notice what goes wrogn, at 30 steps.'],
    ['slips in four places', 'Slowr steps leav time to notce what goes wrong, at 30 steps a day.'],
    ['everything', 'Faster is better.'],
  ])('[B43] refuses %s', (_name, words) => {
    expect(fault(withBet(words))).toMatch(/In “.+” more changed than a typo/)
  })

  it('[B43] refuses a change of a field or of relations, and parts that come or go', () => {
    expect(fault({ ...content, fields: { ...content.fields, pull: '-' } })).toMatch(/change of a field/)
    const declarations = [{ kind: 'conflict' as const, to: 'pause', rationale: 'No.' }]
    expect(fault({ ...content, declarations: declarations as EntryContent['declarations'] })).toMatch(/relations/)
    const { bet = [] } = content.sections
    expect(fault({ ...content, sections: { bet } })).toMatch(/added or removed/)
    expect(fault({ ...content, sections: { ...content.sections, mechanism: paragraph('A.') } })).toMatch(/added or/)
  })

  it('[B43] adds typos up until the part changes in meaning', () => {
    const step = withBet('Slowr steps leav time to notce what goes wrogn, at 30 steps a day.')
    const next = withBet('Slowr steps leav time to notce what goes wrong, at 30 steps a day.')
    expect(fault(step)).toBeNull()
    expect(fault(next, [worded(1, content), worded(2, step)])).toMatch(/counted together with earlier typos/)
    expect(fault(next, [worded(1, content), worded(2, step, { change: 'material' })])).toBeNull()
    expect(fault(next, [worded(1, content), worded(2, step, { challenged: true })])).toBeNull()
    // Another part's change of meaning does not begin the count anew.
    const other = { ...step, fields: { ...step.fields, pull: '-' } }
    const texts = [worded(1, content), worded(2, step), worded(3, other, { change: 'material' })]
    expect(fault({ ...next, fields: other.fields }, texts)).toMatch(/more changed than a typo/)
  })

  it('[B43] is never a typo to put other words in the place of all of them', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{4,8}$/), { minLength: 5, maxLength: 12 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        fc.pre(after.every((word) => !before.includes(word)))
        const texts = [worded(1, withBet(before.join(' ')))]
        expect(fault(withBet(after.join(' ')), texts)).not.toBeNull()
      }),
    )
  })

  it('calls parts what people call them', () => {
    const labels = ['title', 'section/bet', 'field/lever', 'declarations'].map((part) => partLabel('strategy', part))
    expect(labels).toEqual([expect.any(String), expect.any(String), 'Lever', 'Relations'])
  })
})

describe('the time that is left', () => {
  it('[B44] is a tenth of the whole time, a day at most, a minute at least', () => {
    const week = { opensAt: 0, closesAt: 7 * day }
    // A tenth of a week is 16.8 hours.
    const last = 7 * day * 0.9
    expect(earliestClosing({ opensAt: 0, now: last })).toBeLessThanOrEqual(week.closesAt)
    expect(earliestClosing({ opensAt: 0, now: last + 10 })).toBeGreaterThan(week.closesAt)
    expect(earliestClosing({ opensAt: 0, now: 100 * day })).toBe(101 * day)
    expect(earliestClosing({ opensAt: 0, now: 30_000 })).toBe(30_000 + minute)
  })

  it('[B44] asks for no more time the earlier the change comes', () => {
    fc.assert(
      fc.property(fc.nat(300 * day), fc.nat(300 * day), (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)]
        const ahead = (now: number) => earliestClosing({ opensAt: 0, now }) - now
        expect(ahead(early)).toBeLessThanOrEqual(ahead(late))
      }),
    )
  })

  it('[B45] a challenge moves the closing time only where too little is left, and never beyond a year', () => {
    const week = { opensAt: 0, closesAt: 7 * day }
    expect(closingAfterChallenge({ ...week, now: day })).toBe(week.closesAt)
    const moved = closingAfterChallenge({ ...week, now: week.closesAt - minute })
    expect(moved).toBeGreaterThanOrEqual(earliestClosing({ opensAt: 0, now: week.closesAt - minute }))
    expect(moved % minute).toBe(0)
    const year = { opensAt: 0, closesAt: openFor.most }
    expect(closingAfterChallenge({ ...year, now: openFor.most - minute })).toBe(openFor.most)
  })
})

describe('challenging a change', () => {
  const texts = [
    worded(1, content),
    worded(2, withBet('A.')),
    worded(3, content, { change: 'material' }),
    worded(4, withBet('A.'), { challenged: true }),
  ]
  it('[B45] concerns a typo that nobody challenged yet', () => {
    expect([1, 2, 3, 4, 5].map((n) => challengeFault(texts, n) === null)).toEqual([false, true, false, false, false])
  })
})
