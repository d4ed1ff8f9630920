import { Time } from '#app/components/time.tsx'
import { MomentChoice } from '#app/features/ballots/moment-choice.tsx'
import { extendChoices } from '#app/features/ballots/read-moment.ts'
import { ReasonDetails } from '#app/features/ballots/reason-details.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

/** For who opened the ballot, and for moderators: lets it close later, with a reason that everyone sees. */
export function ExtendForm({ page, answer }: { page: BallotPage; answer: Answer | undefined }) {
  const { closesAt, extensionsLeft } = page
  if (extensionsLeft <= 0) {
    return <p className="why">This ballot was extended as often as a ballot can be.</p>
  }
  return (
    <ReasonDetails
      summary="Extend"
      className="card"
      hidden={{ intent: 'extend' }}
      answer={answer}
      label="Why it stays open longer"
      hint="Everyone sees it, with both times."
      button="Extend the ballot"
      before={({ refusal, typed = {} }) => (
        <>
          <p>
            Closes <Time at={closesAt} /> now. A closing time only moves later, and {extensionsLeft} more{' '}
            {extensionsLeft === 1 ? 'time' : 'times'} at most. Everybody who may vote is told.
          </p>
          <MomentChoice
            name="closes"
            legend="New closing time"
            label="Extend"
            choices={extendChoices}
            usual="1d"
            typed={typed}
            refusal={refusal}
          />
          {/* A press counts from the closing time that its reader saw. */}
          <input type="hidden" name="from" value={closesAt} />
        </>
      )}
    />
  )
}
