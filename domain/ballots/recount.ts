import { hashJson } from '../record/hash.ts'
import type { BallotRule, Outcome, Quorum } from './ballot.ts'
import { decide } from './decide.ts'
import type { CastPaper, FrozenText } from './freshness.ts'
import { countedPapers, freshnessOf } from './freshness.ts'
import { ruleOf } from './rules/registry.ts'
import type { CountedPaper } from './tally.ts'
import { tallyPapers } from './tally.ts'

interface Recount {
  rule: BallotRule
  parameters: Record<string, number>
  quorum: Quorum
  /** Number of people who could vote. */
  electorate: number
  /** All of them, replaced and stale ones too. */
  papers: readonly (CountedPaper & CastPaper)[]
  /** Its frozen texts: which papers still stand follows from them ([B41]). None for a ballot about a question. */
  snapshots: readonly FrozenText[]
  /** What was said when the ballot closed. */
  outcome: Outcome
}

/**
 * Do the papers give the outcome that was written when the ballot closed? Whether an objection was open at that
 * moment is taken from the outcome itself, since objections get their disposition later; all else is counted again.
 */
export function isRecounted({ rule, papers, snapshots, outcome, ...rest }: Recount): boolean {
  const objections = outcome.requirements.find((requirement) => requirement.id === 'objections')
  const decided = decide({
    ...rest,
    rule: ruleOf(rule),
    tally: tallyPapers(countedPapers(papers, snapshots)),
    openObjections: objections && !objections.met ? 1 : 0,
  })
  const again = { ...decided, ...freshnessOf(papers, snapshots) }
  return hashJson(comparable(again)) === hashJson(comparable(outcome))
}

/** Without the sentence about objections, which says how many were open. */
function comparable(outcome: Outcome) {
  const requirements = outcome.requirements.map(({ words, ...rest }) =>
    rest.id === 'objections' ? rest : { ...rest, words },
  )
  return { ...outcome, requirements }
}
