import type { BallotSubject, Choice } from './ballot.ts'
import { choices } from './ballot.ts'

export interface VoteWords {
  choice: string
  reason: string
  settledBy: string
}

export function toChoice(said: string): Choice | undefined {
  return choices.find((choice) => choice === said)
}

/** What is missing from a vote before it can be cast ([B2], [B22]), or null. */
export function voteFault(
  { choice, reason, settledBy }: VoteWords,
  subject: BallotSubject = 'text',
): { field: keyof VoteWords; words: string } | null {
  if (!toChoice(choice)) return { field: 'choice', words: 'Choose one of agree, reservations, abstain or object.' }
  if (choice !== 'object') return null
  if (subject === 'report') {
    return reason.trim() === '' ? { field: 'reason', words: 'Say why what was reported is not the signal.' } : null
  }
  if (reason.trim() === '') {
    return { field: 'reason', words: 'Say which part you object to, and why it would harm the atlas.' }
  }
  if (settledBy.trim() === '') return { field: 'settledBy', words: 'Say what would settle your objection.' }
  return null
}
