import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { refusedOf } from '#app/features/ballots/vote-panel.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import type { BallotAmendments } from '#server/views/ballot-amendments.ts'

interface ChangedTextProps {
  since: NonNullable<BallotAmendments['sinceMine']>
  /** Hash of the text under vote, as shown here. */
  contentHash: string
  answer: BallotAnswer | undefined
}

/** For somebody who voted before the text changed: what changed since, and the two ways to go on. */
export function ChangedText({ since, contentHash, answer }: ChangedTextProps) {
  const refused = refusedOf(answer, 'reaffirm')
  return (
    <section aria-labelledby="changed" className="card changed-text">
      <h2 id="changed">The text was changed under vote</h2>
      <p>
        You voted before that, so your vote does not count now. What changed for you: {since.parts.join(', ')}. Say
        whether your vote still holds, or vote again. Until the ballot closes nobody sees which of the two you do.
      </p>
      <Comparison comparison={since.comparison} />
      <FormRefusal refusal={refused?.refusal} />
      <Form method="post" className="actions">
        <input type="hidden" name="contentHash" value={contentHash} />
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
