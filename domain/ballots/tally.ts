import type { Choice, Marks, Quorum, Tally } from './ballot.ts'
import { shareOf } from './share.ts'

export interface CountedPaper {
  choice: Choice
  /** True when its voter has cast a newer one ([B3]). */
  replaced: boolean
  /** What it says of each option, in a ballot between options; null for an abstention and everywhere else. */
  marks?: Marks | null
}

/** Counts the papers that stand ([B3], [B4]); the order of the papers does not matter. */
export function tallyPapers(papers: Iterable<CountedPaper>): Tally {
  const tally: Tally = { agree: 0, reservations: 0, abstain: 0, object: 0 }
  for (const paper of papers) if (!paper.replaced) tally[paper.choice] += 1
  return tally
}

/** The marks of the papers that stand and do not abstain ([B26]). */
export function standingMarks(papers: Iterable<CountedPaper>): Marks[] {
  const marks: Marks[] = []
  for (const paper of papers) if (!paper.replaced && paper.choice !== 'abstain' && paper.marks) marks.push(paper.marks)
  return marks
}

/** Papers that say yes ([B5]). */
export function yesCount(tally: Tally): number {
  return tally.agree + tally.reservations
}

/** Papers that count to the quorum: all of them ([B7]). */
export function turnoutOf(tally: Tally): number {
  return yesCount(tally) + tally.abstain + tally.object
}

/** Papers that a quorum asks for ([B7]). */
export function quorumNeeded(quorum: Quorum, electorate: number): number {
  return typeof quorum === 'number' ? quorum : shareOf(electorate, quorum.share)
}

/** Whether the next paper, whatever it says, makes the share decide ([B12]). */
export function oneMoreReachesQuorum(turnout: number, needed: number): boolean {
  return turnout + 1 === needed
}
