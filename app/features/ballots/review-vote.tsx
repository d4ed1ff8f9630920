import { Form } from '@remix-run/react'
import { readVote } from '#app/features/ballots/read-marks.ts'
import { choiceWordsOf } from '#domain/ballots/ballot.ts'
import { marksWords } from '#domain/ballots/marks-words.ts'
import { toChoice } from '#domain/ballots/vote.ts'
import type { BallotPaper } from '#server/views/ballot-paper.ts'

/** What would be cast, once more, with the way back. */
export function ReviewVote({ page, typed }: { page: BallotPaper; typed: Record<string, string> }) {
  const { subject, mine } = page
  const { reason = '', settledBy = '', publishObjection } = typed
  const vote = readVote(typed)
  const choice = toChoice(vote.choice) ?? 'abstain'
  const objects = choice === 'object' && subject === 'text'
  const marks =
    page.choice && choice !== 'abstain' ? marksWords(page.choice.rule, page.choice.options, vote.marks) : null
  return (
    <Form method="post" className="card vote-review" aria-labelledby="review">
      <h3 id="review">Review your ballot</h3>
      <dl>
        <dt>Choice</dt>
        <dd>
          <strong>{marks ?? choiceWordsOf(subject)[choice].label}</strong>
        </dd>
        <dt>Reason</dt>
        <dd className="as-written">{reason || 'None given.'}</dd>
        {objects ? (
          <>
            <dt>What would settle it</dt>
            <dd className="as-written">{settledBy}</dd>
            <dt>Objection</dt>
            <dd>{publishObjection === 'yes' ? 'Shown at once.' : 'Shown when results are.'}</dd>
          </>
        ) : null}
      </dl>
      {mine.castAt !== null ? <p>This replaces the ballot you cast before. The old receipt will say so.</p> : null}
      {Object.entries(typed).map(([name, value]) =>
        name === 'intent' ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="actions">
        <button className="button button-primary" type="submit" name="intent" value="cast">
          Cast ballot
        </button>
        <button className="button" type="submit" name="intent" value="edit">
          Back
        </button>
      </div>
    </Form>
  )
}
