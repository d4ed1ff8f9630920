import type { BallotOption, BallotRule, Marks, OptionsOutcome, Requirement, Tally } from '../ballot.ts'
import type { OptionsRuleId } from '../marks.ts'

/** A number that whoever opens the ballot chooses; all of them are shares between 0 and 1. */
export interface ParameterDef {
  id: string
  label: string
  hint: string
  least: number
  most: number
  usual: number
}

/** What a rule about one text may look at, besides its parameters. */
export interface Count {
  tally: Tally
  /** Objections to the draft that have no disposition yet. */
  openObjections: number
}

/** What a rule between options may look at: the status quo is the last option. */
export interface Contest {
  options: readonly BallotOption[]
  /** One for each paper that counts and does not abstain. */
  marks: readonly Marks[]
}

interface RuleWords {
  /** Raised when the same papers could come out differently. */
  version: number
  label: string
  /** What it means for those who vote, with the parameters filled in. */
  explain(parameters: Record<string, number>): string
  parameters: readonly ParameterDef[]
}

/** A way of deciding about one text or one question: what it asks for beyond the quorum, and the words for it. */
export interface TextRule extends RuleWords {
  kind: 'text'
  id: Exclude<BallotRule, OptionsRuleId>
  /** False where nothing follows from the result ([B25]). */
  binding: boolean
  /** The share of yes at which charts draw the rule's mark. */
  mark(parameters: Record<string, number>): number
  /** The rule's own conditions, most basic first; the quorum is added for every rule. */
  requirements(count: Count, parameters: Record<string, number>): Requirement[]
}

/** A way of deciding between options. */
export interface OptionsRule extends RuleWords {
  kind: 'options'
  id: OptionsRuleId
  /** What a voter does with the options, in one sentence. */
  ask: string
  /** What the options got, and the rule's own conditions, most basic first. */
  choose(contest: Contest, parameters: Record<string, number>): Choosing
}

/** An option is taken when it alone is ahead and every requirement is met. */
export interface Choosing extends Omit<OptionsOutcome, 'winner'> {
  requirements: Requirement[]
}

export type Rule = TextRule | OptionsRule
