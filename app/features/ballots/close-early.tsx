import { ReasonDetails } from '#app/features/ballots/reason-details.tsx'
import type { Answer } from '#app/features/threads/answer.ts'

/** For moderators: ends a ballot before its time, with a reason that everyone sees. */
export function CloseEarly({ answer }: { answer: Answer | undefined }) {
  return (
    <ReasonDetails
      summary="Close early"
      className="card"
      hidden={{ intent: 'close' }}
      answer={answer}
      label="Reason for closing early"
      hint="Everyone sees it. Those who have not voted yet lose the chance, so say why it cannot wait."
      rows={3}
      button="Close the ballot now"
      danger
    />
  )
}
