import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryContent } from '../../domain/entries/kinds.ts'
import { paragraph } from '../../domain/prose/tree.ts'
import { entryTexts } from '../../domain/search/entry-texts.ts'
import { allowedMistakes, lettersMissing, lettersOf, mistakes } from '../../domain/search/near-words.ts'
import { marked, passage } from '../../domain/search/passage.ts'
import { indexQuery, readQuery, stem } from '../../domain/search/query.ts'
import { nearestWord, wordList } from '../../domain/search/word-list.ts'

const hits = (pieces: { text: string; hit: boolean }[]) => pieces.filter(({ hit }) => hit).map(({ text }) => text)
const whole = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('')

const byWord = (a: { word: string }, b: { word: string }) => (a.word < b.word ? -1 : 1)

/** [S3] as it is written down: every word compared with what was typed, and every beginning of it. */
function oneByOne(typed: string, rows: readonly { word: string; count: number }[]): string | undefined {
  const most = allowedMistakes(typed)
  const guesses = rows.flatMap(({ word, count }) => {
    const lengths = Array.from({ length: most + 1 }, (_, i) => typed.length + i).filter((n) => n < word.length)
    const beginnings = lengths.map((n) => mistakes(typed, word.slice(0, n), most) + 0.5)
    const distance = Math.min(mistakes(typed, word, most), ...beginnings)
    return typed.length >= 4 && distance <= most ? [{ word, count, distance }] : []
  })
  return guesses.sort((a, b) => a.distance - b.distance || b.count - a.count)[0]?.word
}

describe('[S1] a search', () => {
  it('is words, phrases and words to leave out', () => {
    expect(indexQuery(readQuery('Compute "hard limits" -treaty'), 'all')).toBe(
      '(("compute" OR "comput" *) AND "hard limits") NOT ("treaty")',
    )
  })

  it('is never an error, whatever is typed', () => {
    for (const typed of [
      '',
      '   ',
      '"',
      '""',
      '-',
      '*',
      'AND',
      'a OR',
      'NEAR(x y)',
      'title:x',
      '^x',
      "'; drop--",
      '(',
    ]) {
      expect(() => indexQuery(readQuery(typed), 'all')).not.toThrow()
    }
    expect(indexQuery(readQuery('AND OR NOT'), 'any')).toBe('(("and" OR "and" *) OR "or" OR ("not" OR "not" *))')
  })

  it('quotes every word, so that no operator of the index gets through', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (typed) => {
        const made = indexQuery(readQuery(typed), 'all') ?? ''
        const outside = made.replace(/"[\p{L}\p{N} ]*"/gu, '').replace(/ (?:AND|NOT|OR) | \*/g, '')
        expect(outside).toMatch(/^[()]*$/)
      }),
    )
  })

  it('counts 200 characters and 12 terms', () => {
    expect(readQuery('x'.repeat(10_000)).cut).toBe(true)
    expect(readQuery(Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ')).terms).toHaveLength(12)
    expect(readQuery('compute').cut).toBe(false)
  })
})

describe('[S2] words', () => {
  it.each([
    ['strategies', 'strateg'],
    ['strategy', 'strateg'],
    ['pausing', 'paus'],
    ['pause', 'paus'],
    ['bets', 'bet'],
    ['class', 'class'],
    ['ai', 'ai'],
  ])('%s begins like its other forms: %s', (word, begin) => expect(stem(word)).toBe(begin))

  it('do not mind case and accents', () => {
    expect(hits(marked('Joëlle and JOELLE', readQuery('joëlle')))).toEqual(['Joëlle', 'JOELLE'])
  })
})

describe('[S3] mistyped words', () => {
  it('count letters missing, added, replaced and swapped', () => {
    expect(mistakes('pause', 'pause', 2)).toBe(0)
    expect(mistakes('puase', 'pause', 2)).toBe(1)
    expect(mistakes('paus', 'pause', 2)).toBe(1)
    expect(mistakes('pause', 'treaty', 2)).toBe(3)
  })

  it('never give more than was allowed plus one, and the same both ways', () => {
    const word = fc.stringMatching(/^[a-d]{0,8}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(mistakes(a, b, 2)).toBe(mistakes(b, a, 2))
        expect(mistakes(a, b, 2)).toBeLessThanOrEqual(3)
        expect(mistakes(a, b, 20) === 0).toBe(a === b)
      }),
    )
  })

  it('pass over no word that is near enough: each letter that is missing is a mistake', () => {
    const word = fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom(...'abcdefgh', 'é', 'ж') })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(lettersMissing(lettersOf(a), lettersOf(b))).toBeLessThanOrEqual(mistakes(a, b, 20))
      }),
    )
    expect(lettersMissing(lettersOf('abc'), lettersOf('cd'))).toBe(2)
  })

  it('are taken for the nearest word, the more frequent of equals; short ones are left alone', () => {
    const known = wordList([
      { word: 'falsification', count: 3 },
      { word: 'heights', count: 1 },
      { word: 'weights', count: 9 },
    ])
    expect(nearestWord('falsificaton', known)).toBe('falsification')
    expect(nearestWord('falsifcat', known)).toBe('falsification')
    expect(nearestWord('zeights', known)).toBe('weights')
    expect(nearestWord('ai', known)).toBeUndefined()
    expect(nearestWord('2029', known)).toBeUndefined()
  })

  it('are taken for the word that comparing with each one by one finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, fc.nat(3)), { maxLength: 60 }), letters, (pairs, typed) => {
        const rows = [...new Map(pairs)].map(([word, count]) => ({ word, count })).sort(byWord)
        expect(nearestWord(typed, wordList(rows))).toBe(oneByOne(typed, rows))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('[S4] a passage', () => {
  const filler = Array.from({ length: 200 }, (_, i) => `filler${i}`).join(' ')

  it('shows the place with most different words, marked', () => {
    const found = passage(`treaty ${filler} compute and treaty together ${filler}`, readQuery('compute treaty'))
    expect(hits(found)).toEqual(['compute', 'treaty'])
    expect(found[0]?.text).toBe('… ')
    expect(found.at(-1)?.text).toBe(' …')
  })

  it('marks phrases only where their words follow each other', () => {
    expect(hits(marked('hard limits, limits hard', readQuery('"hard limits"')))).toEqual(['hard', 'limits'])
  })

  it('loses and adds nothing of a text it marks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), fc.string({ maxLength: 20 }), (text, typed) => {
        expect(whole(marked(text, readQuery(typed)))).toBe(text)
      }),
    )
  })

  it('gives the beginning of a text without a hit', () => {
    expect(whole(passage('Nothing of it here.', readQuery('compute')))).toBe('Nothing of it here.')
  })
})

describe('[S5] what search knows of an entry', () => {
  it('is every panel by its anchor', () => {
    const content: EntryContent = {
      kind: 'strategy',
      schema: 1,
      title: 'Pause',
      sections: { bet: paragraph('Time is missing.'), overshoot: paragraph('It moves underground.') },
      fields: { tags: ['speed'], commitments: [{ topic: 'x', claim: 'Labs obey.', 'fails-if': 'They do not.' }] },
      declarations: [{ kind: 'conflict', to: 'acceleration', rationale: 'Opposite pull.' }],
    }
    expect(entryTexts(content)).toEqual([
      { anchor: '', label: 'Tags', body: 'speed' },
      { anchor: 'bet', label: 'Bet', body: 'Time is missing.' },
      { anchor: 'threshold', label: 'How it overshoots', body: 'It moves underground.' },
      { anchor: 'commitments', label: 'Commitments', body: 'Labs obey., They do not.' },
      { anchor: 'conflicts', label: 'Conflicts', body: 'Opposite pull.' },
    ])
  })
})
