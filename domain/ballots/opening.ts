import type { Quorum } from './ballot.ts'
import { optionsFault } from './options.ts'
import { findRule, withUsual } from './rules/registry.ts'
import { shareWords } from './share.ts'
import { quorumNeeded } from './tally.ts'
import { openFor } from './time.ts'

export interface Opening {
  rule: string
  parameters: Record<string, number>
  quorum: Quorum
  /** Milliseconds since 1970, UTC. */
  closesAt: number
  /** Number of people on the electorate. */
  electorate: number
  /** Labels of what is chosen between, without the status quo; null for a ballot about one text or question. */
  options?: readonly string[] | null
}

/** What is wrong with an opening, and in which input. */
export interface Fault {
  field: 'options' | 'rule' | 'parameters' | 'quorum' | 'closesAt' | 'electorate'
  words: string
}

/** The first thing that keeps a ballot from being opened, or null ([B15]). */
export function openingFault(opening: Opening, now: number): Fault | null {
  return (
    ruleFault(opening) ??
    closingFault(opening.closesAt, now) ??
    (opening.electorate < 1
      ? { field: 'electorate', words: 'Nobody could vote. Choose members, or list at least one account.' }
      : null) ??
    quorumFault(opening.quorum, opening.electorate)
  )
}

function ruleFault({ rule: id, parameters, options = null }: Opening): Fault | null {
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

function closingFault(closesAt: number, now: number): Fault | null {
  if (!Number.isFinite(closesAt)) return { field: 'closesAt', words: 'Say when the ballot closes.' }
  if (closesAt < now + openFor.least) {
    return { field: 'closesAt', words: 'The closing time must be at least one minute from now.' }
  }
  if (closesAt > now + openFor.most) return { field: 'closesAt', words: 'A ballot may stay open for a year at most.' }
  return null
}

function quorumFault(quorum: Quorum, electorate: number): Fault | null {
  const whole = typeof quorum === 'number' && Number.isInteger(quorum) && quorum >= 0
  const share = typeof quorum === 'object' && quorum.share > 0 && quorum.share <= 1
  if (!whole && !share) {
    return { field: 'quorum', words: 'The quorum is a whole number of papers, or a share above 0 % up to 100 %.' }
  }
  if (quorumNeeded(quorum, electorate) > electorate) {
    const people = electorate === 1 ? 'One person' : `${electorate} people`
    return { field: 'quorum', words: `${people} may vote, so a quorum of ${quorum} can never be reached.` }
  }
  return null
}
