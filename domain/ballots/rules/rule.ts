import type { BallotRule, Requirement, Tally } from '../ballot.ts'

/** A number that whoever opens the ballot chooses; all of them are shares between 0 and 1. */
export interface ParameterDef {
  id: string
  label: string
  hint: string
  least: number
  most: number
  usual: number
}

/** What a rule may look at, besides its parameters. */
export interface Count {
  tally: Tally
  /** Objections to the draft that have no disposition yet. */
  openObjections: number
}

/** A way of deciding: what it asks for beyond the quorum, and the words for it. */
export interface Rule {
  id: BallotRule
  /** Raised when the same papers could come out differently. */
  version: number
  label: string
  /** What it means for those who vote, with the parameters filled in. */
  explain(parameters: Record<string, number>): string
  parameters: readonly ParameterDef[]
  /** The share of yes at which charts draw the rule's mark. */
  mark(parameters: Record<string, number>): number
  /** The rule's own conditions, most basic first; the quorum is added for every rule. */
  requirements(count: Count, parameters: Record<string, number>): Requirement[]
}
