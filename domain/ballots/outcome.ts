import type { BallotOption, BallotRule, Outcome, Quorum } from './ballot.ts'
import { decide } from './decide.ts'
import type { CastPaper, FrozenText } from './freshness.ts'
import { countedPapers, freshnessOf, standingPapers } from './freshness.ts'
import { ruleOf } from './rules/registry.ts'
import type { CountedPaper } from './tally.ts'
import { standingMarks, tallyPapers } from './tally.ts'

/** What was fixed when a ballot opened, as far as its count depends on it. */
export interface CountedBallot {
  rule: BallotRule
  parameters: Record<string, number>
  quorum: Quorum
  options: readonly BallotOption[] | null
}

interface Box {
  /** Number of people who could vote. */
  electorate: number
  /** All of them, replaced and stale ones too. */
  papers: readonly (CountedPaper & CastPaper)[]
  /** Its frozen texts: which papers still stand follows from them ([B41]). None where there is no text. */
  snapshots: readonly FrozenText[]
  /** Objections to the draft that have no disposition yet; 0 where there is no draft. */
  openObjections: number
}

/** Counts a box of papers under what was fixed at opening: the one way from papers to an outcome. */
export function outcomeOf(ballot: CountedBallot, { electorate, papers, snapshots, openObjections }: Box): Outcome {
  const stood = standingPapers(papers, snapshots)
  const counted = countedPapers(stood)
  const decided = decide({
    rule: ruleOf(ballot.rule),
    parameters: ballot.parameters,
    quorum: ballot.quorum,
    options: ballot.options,
    electorate,
    tally: tallyPapers(counted),
    marks: standingMarks(counted),
    openObjections,
  })
  return { ...decided, ...freshnessOf(stood, snapshots) }
}
