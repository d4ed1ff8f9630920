import { hashJson } from '../record/hash.ts'
import type { Outcome } from './ballot.ts'
import type { CastPaper, FrozenText } from './freshness.ts'
import type { CountedBallot } from './outcome.ts'
import { outcomeOf } from './outcome.ts'
import type { CountedPaper } from './tally.ts'

interface Recount extends CountedBallot {
  /** Number of people who could vote. */
  electorate: number
  /** All of them, replaced and stale ones too. */
  papers: readonly (CountedPaper & CastPaper)[]
  /** Its frozen texts: which papers still stand follows from them ([B41]). None for a ballot about a question. */
  snapshots: readonly FrozenText[]
  /** What was said when the ballot closed. */
  outcome: Outcome
  /** Whether the papers do not say which of them re-affirm an earlier one ([B49]). */
  unmarked?: boolean
}

/**
 * Do the papers give the outcome that was written when the ballot closed? Whether an objection was open at that
 * moment is taken from the outcome itself, since objections get their disposition later; all else is counted again, but how many of the
 * papers that count were re-affirmed where the papers do not say.
 */
export function isRecounted({ electorate, papers, snapshots, outcome, unmarked = false, ...ballot }: Recount): boolean {
  const objections = outcome.requirements.find((requirement) => requirement.id === 'objections')
  const openObjections = objections && !objections.met ? 1 : 0
  const again = outcomeOf(ballot, { electorate, papers, snapshots, openObjections })
  return hashJson(comparable(again, unmarked)) === hashJson(comparable(outcome, unmarked))
}

/** Without the sentence about objections, which says how many were open. */
function comparable(outcome: Outcome, unmarked: boolean) {
  const requirements = outcome.requirements.map(({ words, ...rest }) =>
    rest.id === 'objections' ? rest : { ...rest, words },
  )
  const { freshness } = outcome
  if (!freshness || !unmarked) return { ...outcome, requirements }
  const { fresh, reaffirmed, stale } = freshness
  return { ...outcome, requirements, freshness: { counted: fresh + reaffirmed, stale } }
}
