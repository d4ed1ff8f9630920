import type { BallotRule } from '../ballot.ts'
import { approval } from './approval.ts'
import { consensus } from './consensus.ts'
import { consent } from './consent.ts'
import { ranked } from './ranked.ts'
import type { OptionsRule, Rule, TextRule } from './rule.ts'
import { score } from './score.ts'
import { senseCheck } from './sense-check.ts'
import { simpleMajority } from './simple-majority.ts'
import { supermajority } from './supermajority.ts'
import { unanimity } from './unanimity.ts'

/** The rules for a ballot about one text, in the order of the form. */
export const textRules: readonly TextRule[] = [simpleMajority, supermajority, consensus, consent, unanimity, senseCheck]

/** The rules for a ballot between options, in the order of the form. */
export const optionsRules: readonly OptionsRule[] = [approval, score, ranked]

const offeredRules: readonly Rule[] = [...textRules, ...optionsRules]

/** The rule of an id, or undefined when there is none. */
export function findRule(id: string): Rule | undefined {
  return offeredRules.find((rule) => rule.id === id)
}

/** @throws RangeError for a rule that no ballot can have been opened under. */
export function ruleOf(id: BallotRule): Rule {
  const rule = findRule(id)
  if (!rule) throw new RangeError(`the rule ${id} is not offered`)
  return rule
}

/** The parameters with the usual value where none was given; unknown ones are left out. */
export function withUsual(rule: Rule, given: Record<string, number>): Record<string, number> {
  return Object.fromEntries(rule.parameters.map(({ id, usual }) => [id, given[id] ?? usual]))
}
