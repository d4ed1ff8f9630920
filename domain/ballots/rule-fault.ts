import { optionsFault } from './options.ts'
import { findRule, withUsual } from './rules/registry.ts'
import { shareWords } from './share.ts'

interface ChosenRule {
  rule: string
  parameters: Record<string, number>
  /** Labels of what is chosen between, without the status quo; null for a ballot about one text or question. */
  options?: readonly string[] | null
}

interface RuleFault {
  field: 'rule' | 'parameters' | 'options'
  words: string
}

/** The first thing that is wrong with a chosen rule, or null ([B15]). */
export function ruleFault({ rule: id, parameters, options = null }: ChosenRule): RuleFault | null {
  const rule = findRule(id)
  if (!rule) return { field: 'rule', words: 'Choose one of the rules.' }
  if (rule.kind === 'options') {
    const words = optionsFault(options ?? [])
    if (words) return { field: 'options', words }
  } else if (options !== null) {
    return { field: 'rule', words: `${rule.label} decides about one text. Between options: approval, score or ranked.` }
  }
  const unknown = Object.keys(parameters).find((key) => !rule.parameters.some(({ id }) => id === key))
  if (unknown) return { field: 'parameters', words: `The rule "${id}" has no parameter "${unknown}".` }
  const values = withUsual(rule, parameters)
  for (const { id, label, least, most } of rule.parameters) {
    const value = values[id]
    if (value === undefined || !(value >= least && value <= most)) {
      const words = `${label} must be from ${shareWords(least)} to ${shareWords(most)}.`
      return { field: 'parameters', words }
    }
  }
  return null
}
