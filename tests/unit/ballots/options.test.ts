import { describe, expect, it } from 'vitest'
import type { Marks } from '../../../domain/ballots/ballot.ts'
import { marksWords } from '../../../domain/ballots/marks-words.ts'
import { makeOptions } from '../../../domain/ballots/options.ts'
import { outcomeLabel } from '../../../domain/ballots/outcome-words.ts'
import { approval } from '../../../domain/ballots/rules/approval.ts'
import { ranked } from '../../../domain/ballots/rules/ranked.ts'
import { optionsRules, textRules } from '../../../domain/ballots/rules/registry.ts'
import type { OptionsRule } from '../../../domain/ballots/rules/rule.ts'
import { pairsOf, strongestPaths } from '../../../domain/ballots/rules/schulze.ts'
import { score } from '../../../domain/ballots/rules/score.ts'
import { optionsVoteFault } from '../../../domain/ballots/vote.ts'
import type { OptionsPaper } from './options-histories.ts'
import { checkHistory, choose, randomFrom } from './options-histories.ts'
import { secondChoice } from './second-choice.ts'
import { checkTextHistory } from './text-histories.ts'

const options = makeOptions(['A', 'B', 'C'])
const terms = { quorum: 0, p: 0.5 }
const paper = (marks: Marks | null): OptionsPaper => ({ choice: marks ? 'agree' : 'abstain', replaced: false, marks })
const of = (rule: OptionsRule, ...marks: (Marks | null)[]) => choose(rule, options, marks.map(paper), terms)

/** The election of 45 voters in Schulze's paper on his method, as on every page about it. */
const reference: [number, string][] = [
  [5, 'ACBED'],
  [5, 'ADECB'],
  [8, 'BEDAC'],
  [3, 'CABED'],
  [7, 'CAEBD'],
  [2, 'CBADE'],
  [7, 'DCEBA'],
  [8, 'EBADC'],
]
const ballots = reference.flatMap(([n, order]) =>
  Array.from({ length: n }, () => Object.fromEntries([...order.toLowerCase()].map((id, i) => [id, i + 1]))),
)

describe('ranked', () => {
  it('[B29] reproduces the published election of 45 voters: its pairs, its strongest paths, and its winner', () => {
    const five = makeOptions([...'ABCDE'])
    const outcome = choose(ranked, five, ballots.map(paper), terms)
    const square = (matrix: number[][] | undefined) => matrix?.slice(0, 5).map((row) => row.slice(0, 5))
    expect(square(outcome.options?.pairs)).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ])
    expect(square(outcome.options?.paths)).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ])
    expect(outcome.options?.winner).toBe('e')
    expect(outcomeLabel(outcome, 'options', five)).toBe('Chosen: “E”')
    expect(outcome.options?.points).toEqual([4, 2, 3, 1, 5, 0])
  })

  it('[B29] takes equal ranks and left out options for what they are', () => {
    expect(pairsOf(['a', 'b', 'c'], [{ a: 1, b: 1 }, { b: 4 }])).toEqual([
      [0, 0, 1],
      [1, 0, 2],
      [0, 0, 0],
    ])
    expect(
      strongestPaths([
        [0, 1],
        [1, 0],
      ]),
    ).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('[B29] states a tie as one, and leaves everything as it is', () => {
    const outcome = of(ranked, { a: 1, b: 2 }, { b: 1, a: 2 })
    expect(outcome).toMatchObject({ result: 'rejected', options: { winner: 'status-quo', ahead: ['a', 'b'] } })
    expect(outcomeLabel(outcome, 'options', options)).toContain('A tie between “A” and “B”')
  })

  it('[B29] overrules no majority that wants nothing changed', () => {
    // A beats B, B beats the status quo, and the status quo beats A: A is first by its path alone.
    const casts = [
      ...Array.from({ length: 6 }, () => ({ a: 1, b: 2, 'status-quo': 3 })),
      ...Array.from({ length: 5 }, () => ({ b: 1, 'status-quo': 2, a: 3 })),
      ...Array.from({ length: 4 }, () => ({ 'status-quo': 1, a: 2, b: 3 })),
    ]
    const outcome = of(ranked, ...casts)
    expect(outcome.options?.ahead).toEqual(['a'])
    expect(outcome).toMatchObject({ result: 'rejected', options: { winner: 'status-quo' } })
    expect(outcome.requirements.at(-1)?.words).toMatch(/^Papers that prefer “A”.*: 6; the other way round: 9/)
  })
})

describe('approval and score', () => {
  it('[B27] takes what most approve of, where enough do', () => {
    expect(of(approval, { a: 1, b: 1 }, { a: 1 }, { c: 1 }, null).options).toMatchObject({
      winner: 'a',
      points: [2, 1, 1, 0],
    })
    expect(of(approval, { a: 1 }, { a: 1 }, { b: 1 }, { c: 1 }, { 'status-quo': 1 }).result).toBe('rejected')
    expect(of(approval, { a: 1 }, { b: 1 }).options).toMatchObject({ winner: 'status-quo', ahead: ['a', 'b'] })
  })

  it('[B28] takes the most points, and only above the status quo', () => {
    expect(of(score, { a: 5, b: 4 }, { b: 5 }).options).toMatchObject({ winner: 'b', points: [5, 9, 0, 0] })
    expect(of(score, { a: 3, 'status-quo': 4 }).result).toBe('rejected')
    expect(of(score, { a: 3, 'status-quo': 3 }).options?.ahead).toEqual(['a', 'status-quo'])
  })

  it.each(optionsRules.map((rule) => [rule.id, rule] as const))(
    '[B26] %s: nothing wins where nobody marks anything',
    (_id, rule) => {
      for (const papers of [[], [null, null]]) {
        expect(of(rule, ...papers)).toMatchObject({ result: 'rejected', options: { winner: 'status-quo' } })
      }
      for (const { words } of of(rule, { a: 1 }, { b: 1 }).requirements) expect(words).toMatch(/^[A-Z0-9].*\.$/)
    },
  )
})

describe('a paper between options', () => {
  it.each([
    ['approval', 'agree', {}, 'marks', /at least one option/],
    ['approval', 'agree', { a: 2 }, 'marks', /the number 1/],
    ['score', 'agree', { a: 5.5 }, 'marks', /from 0 to 5/],
    ['score', 'agree', { a: Number.NaN }, 'marks', /from 0 to 5/],
    ['ranked', 'agree', { a: 5 }, 'marks', /from 1 to 4/],
    ['ranked', 'agree', { z: 1 }, 'marks', /has the id “z”/],
    ['ranked', 'abstain', { a: 1 }, 'marks', /Either abstain/],
    ['ranked', 'object', {}, 'choice', /or abstain/],
  ] as const)('[B26] %s: refuses %s %o', (rule, choice, marks, field, words) => {
    expect(optionsVoteFault({ choice, marks }, { rule, options })).toEqual({
      field,
      words: expect.stringMatching(words),
    })
  })

  it('[B26] is told in plain words', () => {
    expect(marksWords('approval', options, { a: 1, c: 1 })).toBe('Approves of “A” and “C”')
    expect(marksWords('score', options, { a: 5, b: 0 })).toBe('“A” 5, “B” 0, the others 0')
    expect(marksWords('ranked', options, { b: 4, a: 2, c: 2 })).toBe('1. “A” and “C”, 2. “B”, the others last')
  })
})

describe('every rule over 100,000 random histories', () => {
  it.each(optionsRules.map((rule, i) => [rule.id, rule, i] as const))('[B26] [B30] [B31] [B32] %s', (_id, rule, i) => {
    const random = randomFrom(20_261_129 + i)
    for (let run = 0; run < 100_000; run += 1) checkHistory(rule, random)
  })

  it.each(textRules.map((rule, i) => [rule.id, rule, i] as const))('[B4] [B12] [B30] %s', (_id, rule, i) => {
    const random = randomFrom(20_261_130 + i)
    for (let run = 0; run < 100_000; run += 1) checkTextHistory(rule, random)
  })
})

describe('every ballot of up to five voters', () => {
  const two = makeOptions(['A', 'B'])
  const ids = two.map(({ id }) => id)
  const levels = { approval: [0, 1], score: [0, 5], ranked: [0, 1, 2, 3] }

  it.each(optionsRules.map((rule) => [rule.id, rule] as const))('[B30] %s: both counts agree', (id, rule) => {
    const kinds: (Marks | null)[] = [null]
    for (const a of levels[id]) {
      for (const b of levels[id]) {
        for (const quo of levels[id]) {
          const marks = Object.entries({ a, b, 'status-quo': quo }).filter(([, mark]) => mark > 0)
          // Ranks only order: of those that order alike, one is enough.
          if (id !== 'ranked' || isDense(marks.map(([, mark]) => mark))) kinds.push(Object.fromEntries(marks))
        }
      }
    }
    let compared = 0
    for (const papers of boxes(kinds, 5)) {
      const { options: got } = choose(rule, two, papers.map(paper), terms)
      const told = secondChoice({ rule: id, ids, papers, quorum: 0, share: [1, 2] })
      if (got?.winner !== told) expect({ papers, got }).toBe(told)
      compared += 1
    }
    expect(compared).toBeGreaterThan(1_000)
  })
})

function isDense(ranks: number[]): boolean {
  return [...new Set(ranks)].sort((a, b) => a - b).every((rank, i) => rank === i + 1)
}

/** Every box of up to so many papers; the order in it does not matter ([B32]). */
function* boxes<T>(kinds: readonly T[], most: number, from = 0): Generator<T[]> {
  yield []
  if (most === 0) return
  for (let i = from; i < kinds.length; i += 1) {
    for (const rest of boxes(kinds, most - 1, i)) yield [kinds[i] as T, ...rest]
  }
}
