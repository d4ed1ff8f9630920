import type { Choice, Tally } from '../../../domain/ballots/ballot.ts'
import { choices } from '../../../domain/ballots/ballot.ts'
import { decide } from '../../../domain/ballots/decide.ts'
import type { TextRule } from '../../../domain/ballots/rules/rule.ts'
import { tallyPapers, turnoutOf } from '../../../domain/ballots/tally.ts'
import type { Cast, Ratio } from './naive-count.ts'
import { naiveResult } from './naive-count.ts'

const shares: [number, Ratio][] = [
  [0.6667, [2, 3]],
  [0.75, [3, 4]],
  [0.8, [4, 5]],
  [1, [1, 1]],
]

/** Draws one history of votes about a text and holds everything that is promised against it. @throws Error */
export function checkTextHistory(rule: TextRule, random: () => number): void {
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const casts: Cast[] = Array.from({ length: upTo(14) }, () => ({
    voter: upTo(8),
    choice: choices[upTo(3)] ?? 'agree',
  }))
  const [p, share] = shares[upTo(3)] ?? [0.8, [4, 5]]
  const [quorum, openObjections] = [upTo(5), upTo(2)]
  const papers = papersOf(casts)
  const tally = tallyPapers(papers)
  const voters = new Set(casts.map(({ voter }) => voter)).size
  const result = (of: Tally) =>
    decide({ rule, parameters: { p }, quorum, electorate: 9, tally: of, openObjections }).result
  const fail = (what: string): never => {
    throw new Error(`${what}: ${JSON.stringify({ rule: rule.id, casts, p, quorum, openObjections })}`)
  }
  if (turnoutOf(tally) !== voters) fail('votes got lost')
  if (JSON.stringify(tallyPapers([...papers].reverse())) !== JSON.stringify(tally)) fail('the order changed the tally')
  const said = result(tally)
  const told = naiveResult({ rule: rule.id, share, voters: 9, quorum, casts, openObjections })
  if (said !== told) fail(`the second count says ${told}, the first ${said}`)
  if (voters === 0 && said === 'adopted') fail('adopted by nobody')
  if (said === 'adopted' && result({ ...tally, agree: tally.agree + 1 }) !== 'adopted') fail('one more yes undid it')
}

/** Papers as the ballot box holds them: a voter's new paper marks the old one as replaced. */
function papersOf(casts: readonly Cast[]): { choice: Choice; replaced: boolean }[] {
  const last = new Map(casts.map(({ voter }, i) => [voter, i]))
  return casts.map(({ voter, choice }, i) => ({ choice, replaced: last.get(voter) !== i }))
}
