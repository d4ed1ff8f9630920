import type { BallotSubject, Marks } from '#domain/ballots/ballot.ts'
import { findRule } from '#domain/ballots/rules/registry.ts'
import { optionsVoteFault, voteFault } from '#domain/ballots/vote.ts'

const prefix = 'mark-'

/** Name of the input for the mark of an option. */
export function markName(optionId: string): string {
  return prefix + optionId
}

/** The marks in a form, by option id; what was left empty is none, and what is no number comes out as such. */
export function readMarks(typed: Record<string, string>): Marks {
  const said = Object.entries(typed).filter(([name, value]) => name.startsWith(prefix) && value.trim() !== '')
  return Object.fromEntries(said.map(([name, value]) => [name.slice(prefix.length), Number(value)]))
}

/** What a vote says, from the fields of any of the vote forms: between options one abstains, or marks. */
export function readVote(typed: Record<string, string>) {
  const { choice = '', reason = '', settledBy = '' } = typed
  if (typed.subject !== 'options') return { choice, reason, settledBy, marks: {} }
  return { choice: choice === 'abstain' ? choice : 'agree', reason, settledBy: '', marks: readMarks(typed) }
}

/** What is missing from a vote before its review; casting checks it once more, against the ballot itself. */
export function reviewFault(typed: Record<string, string>) {
  const vote = readVote(typed)
  const rule = findRule(typed.rule ?? '')
  if (typed.subject === 'options' && rule?.kind === 'options') {
    const options = (typed.optionIds ?? '').split(' ').map((id) => ({ id, label: id }))
    return optionsVoteFault(vote, { rule: rule.id, options })
  }
  const subjects: Record<string, Exclude<BallotSubject, 'options'>> = { report: 'report', sense: 'sense' }
  return voteFault(vote, subjects[typed.subject ?? ''] ?? 'text')
}
