import type { BallotRule } from '../ballot.ts'
import { consensus } from './consensus.ts'
import type { Rule } from './rule.ts'
import { simpleMajority } from './simple-majority.ts'
import { supermajority } from './supermajority.ts'

/** The rules a ballot may be opened under, in the order of the form. Other ids are known and not offered yet. */
export const offeredRules: readonly Rule[] = [simpleMajority, supermajority, consensus]

/** The rule of an id, or undefined when it is not offered (yet). */
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
