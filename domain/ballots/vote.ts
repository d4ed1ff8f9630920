import type { BallotOption, BallotSubject, Choice, Marks } from './ballot.ts'
import { choices } from './ballot.ts'
import type { OptionsRuleId } from './marks.ts'
import { marksFault } from './marks.ts'

export interface VoteWords {
  choice: string
  reason: string
  settledBy: string
}

/** What is chosen between, and how. */
export interface OptionsAsked {
  rule: OptionsRuleId
  options: readonly BallotOption[]
}

export function toChoice(said: string): Choice | undefined {
  return choices.find((choice) => choice === said)
}

/** What is missing from a vote about a text or a question before it can be cast ([B2], [B22], [B25]), or null. */
export function voteFault(
  { choice, reason, settledBy }: VoteWords,
  subject: Exclude<BallotSubject, 'options'> = 'text',
): { field: keyof VoteWords; words: string } | null {
  if (!toChoice(choice)) return { field: 'choice', words: 'Choose one of agree, reservations, abstain or object.' }
  if (choice !== 'object' || subject === 'sense') return null
  if (subject === 'report') {
    return reason.trim() === '' ? { field: 'reason', words: 'Say why what was reported is not the signal.' } : null
  }
  if (reason.trim() === '') {
    return { field: 'reason', words: 'Say which part you object to, and why it would harm the atlas.' }
  }
  if (settledBy.trim() === '') return { field: 'settledBy', words: 'Say what would settle your objection.' }
  return null
}

/** What is wrong with a vote between options before it can be cast ([B26]), or null. */
export function optionsVoteFault(
  { choice, marks }: { choice: string; marks: Marks },
  { rule, options }: OptionsAsked,
): { field: 'choice' | 'marks'; words: string } | null {
  if (choice === 'abstain') {
    const marked = Object.keys(marks).length > 0
    return marked ? { field: 'marks', words: 'Either abstain, or mark the options.' } : null
  }
  if (choice !== 'agree') return { field: 'choice', words: 'Mark the options, or abstain.' }
  const words = marksFault(rule, options, marks)
  return words === null ? null : { field: 'marks', words }
}
