import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { MovedOn } from '#app/features/ballots/moved-on.tsx'
import type { Refused } from '#app/features/ballots/vote-panel.tsx'
import { useSeen } from '#app/features/live/use-seen.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Comparison } from '#app/features/versions/comparison.tsx'
import type { BallotAmendments } from '#server/views/ballot-amendments.ts'

interface ChangedTextProps {
  since: NonNullable<BallotAmendments['sinceMine']>
  /** Hash of the text under vote, as shown here. */
  contentHash: string
  answer: Refused | undefined
}

/** For somebody who voted before the text changed: what changed since, and the two ways to go on. */
export function ChangedText({ since, contentHash, answer }: ChangedTextProps) {
  const refused = answerTo(answer, { intent: 'reaffirm' })
  const { seen, hold } = useSeen({ since, contentHash }, 'reaffirm', true)
  return (
    <section aria-labelledby="changed" className="card changed-text">
      <h2 id="changed">The text was changed under vote</h2>
      <p>
        You voted before that, so your vote does not count now. What changed for you: {seen.since.parts.join(', ')}. Say
        whether your vote still holds, or vote again. Until the ballot closes nobody sees which of the two you do.
      </p>
      {seen.contentHash === contentHash ? null : <MovedOn what="The text was changed once more." show={hold} />}
      <Comparison comparison={seen.since.comparison} />
      <FormRefusal refusal={refused?.refusal} />
      {refused?.since ? (
        <>
          <h3>What changed after you looked</h3>
          <Comparison comparison={refused.since.comparison} />
        </>
      ) : null}
      <Form method="post" className="actions">
        <input type="hidden" name="contentHash" value={seen.contentHash} />
        <button className="button button-primary" type="submit" name="intent" value="reaffirm">
          My vote still holds
        </button>
        <a className="button" href="#vote">
          Vote again
        </a>
      </Form>
    </section>
  )
}
