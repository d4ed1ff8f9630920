import type { Choice, Marks } from '#domain/ballots/ballot.ts'
import { choiceWordsOf } from '#domain/ballots/ballot.ts'
import { marksWords } from '#domain/ballots/marks-words.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** What a paper says, in plain words: its choice, or what it marks. */
export function paperWords(
  { choice: asked, subject }: Pick<BallotPage, 'choice' | 'subject'>,
  { choice, marks }: { choice: Choice; marks: Marks | null },
): string {
  return asked && marks ? marksWords(asked.rule, asked.options, marks) : choiceWordsOf(subject)[choice].label
}
