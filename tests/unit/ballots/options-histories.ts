import type { BallotOption, Marks, Outcome } from '../../../domain/ballots/ballot.ts'
import { decide } from '../../../domain/ballots/decide.ts'
import { mostScore } from '../../../domain/ballots/marks.ts'
import { makeOptions } from '../../../domain/ballots/options.ts'
import type { OptionsRule } from '../../../domain/ballots/rules/rule.ts'
import { standingMarks, tallyPapers } from '../../../domain/ballots/tally.ts'
import { secondChoice } from './second-choice.ts'

type Random = () => number

/** Numbers from 0 to 1 that are the same for every run from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1))

export interface OptionsPaper {
  choice: 'agree' | 'abstain'
  replaced: boolean
  marks: Marks | null
}

/** The outcome of a box of papers. */
export function choose(
  rule: OptionsRule,
  options: readonly BallotOption[],
  papers: readonly OptionsPaper[],
  { quorum, p }: { quorum: number; p: number },
): Outcome {
  return decide({
    rule,
    parameters: { p },
    quorum,
    electorate: 40,
    options,
    tally: tallyPapers(papers),
    marks: standingMarks(papers),
    openObjections: 0,
  })
}

const shares = [
  { p: 0.5, ratio: [1, 2] },
  { p: 0.6667, ratio: [2, 3] },
  { p: 0.25, ratio: [1, 4] },
] as const

/** Draws one ballot between options and holds everything that is promised against it. @throws Error */
export function checkHistory(rule: OptionsRule, random: Random): void {
  const options = makeOptions(Array.from({ length: 2 + upTo(random, 3) }, (_, i) => `Option ${i}`))
  const ids = options.map(({ id }) => id)
  const papers = Array.from({ length: upTo(random, 7) }, () => drawPaper(rule, ids, random))
  const share = shares[upTo(random, 2)] ?? shares[0]
  const terms = { quorum: upTo(random, 4), p: share.p }
  const outcome = choose(rule, options, papers, terms)
  const got = outcome.options
  if (!got) throw new Error('an outcome says nothing of its options')
  const fail = (what: string): never => {
    throw new Error(`${what}: ${JSON.stringify({ rule: rule.id, ids, papers, terms, got })}`)
  }

  // [B32] nothing is lost, and the order changes nothing.
  const counted = papers.filter(({ replaced }) => !replaced)
  const marked = counted.flatMap(({ marks }) => (marks ? [marks] : []))
  if (outcome.turnout !== counted.length || outcome.tally.agree !== marked.length) fail('papers got lost')
  if (!conserves(rule, ids, marked, got.points, got.pairs)) fail('marks got lost')
  const turned = choose(rule, options, [...papers].reverse(), terms)
  if (JSON.stringify(turned) !== JSON.stringify(outcome)) fail('the order of papers changed the outcome')

  // [B26] exactly one option is taken, and the status quo where nothing else wins.
  if ((outcome.result === 'adopted') === (got.winner === 'status-quo')) fail('the result and what is taken differ')
  if (outcome.result === 'adopted' && (got.ahead.length !== 1 || got.ahead[0] !== got.winner)) fail('not alone ahead')
  const told = secondChoice({
    rule: rule.id,
    ids,
    papers: counted.map(({ marks }) => marks),
    quorum: terms.quorum,
    share: [...share.ratio],
  })
  if (told !== got.winner) fail(`the second count takes ${told}`)

  // [B31] what was taken stays taken when somebody marks it higher.
  if (outcome.result !== 'adopted') return
  const raised = raise(rule, ids, papers, got.winner, upTo(random, Math.max(0, papers.length - 1)))
  if (choose(rule, options, raised, terms).options?.winner !== got.winner) fail('a higher mark undid it')
  if (rule.id === 'ranked') return
  const best = rule.id === 'score' ? mostScore : 1
  const more = [...papers, { choice: 'agree' as const, replaced: false, marks: { [got.winner]: best } }]
  if (choose(rule, options, more, terms).options?.winner !== got.winner) fail('one more paper for it undid it')
}

function drawPaper(rule: OptionsRule, ids: readonly string[], random: Random): OptionsPaper {
  const replaced = random() < 0.15
  if (random() < 0.15) return { choice: 'abstain', replaced, marks: null }
  const marks: Marks = {}
  for (const id of ids) {
    if (random() < 0.3) continue
    if (rule.id === 'approval') marks[id] = 1
    else marks[id] = rule.id === 'score' ? upTo(random, mostScore) : 1 + upTo(random, ids.length - 1)
  }
  return { choice: 'agree', replaced, marks }
}

function conserves(
  rule: OptionsRule,
  ids: readonly string[],
  marked: readonly Marks[],
  points: readonly number[],
  pairs: readonly (readonly number[])[] | undefined,
): boolean {
  if (rule.id !== 'ranked' || !pairs) {
    const given = marked.reduce((sum, marks) => sum + Object.values(marks).reduce((all, mark) => all + mark, 0), 0)
    return points.reduce((sum, one) => sum + one, 0) === given
  }
  return ids.every((a, i) =>
    ids.every((b, j) => {
      const alike = marked.filter((marks) => (marks[a] ?? Infinity) === (marks[b] ?? Infinity)).length
      return i === j || (pairs[i]?.[j] ?? 0) + (pairs[j]?.[i] ?? 0) + alike === marked.length
    }),
  )
}

/** The same papers with one that says more for an option and nothing else differently. */
function raise(rule: OptionsRule, ids: readonly string[], papers: readonly OptionsPaper[], id: string, which: number) {
  return papers.map((paper, i) => {
    if (i !== which || paper.replaced || !paper.marks) return paper
    if (rule.id === 'approval') return { ...paper, marks: { ...paper.marks, [id]: 1 } }
    if (rule.id === 'score') return { ...paper, marks: { ...paper.marks, [id]: mostScore } }
    // Ranks only order the options: pushing all others down leaves them as they are among each other.
    const others = ids.filter((one) => one !== id && paper.marks?.[one] !== undefined)
    return {
      ...paper,
      marks: { ...Object.fromEntries(others.map((one) => [one, (paper.marks?.[one] ?? 0) + 1])), [id]: 1 },
    }
  })
}
