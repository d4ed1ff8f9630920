import { Form } from '@remix-run/react'
import type { BallotSubject, Choice } from '#domain/ballots/ballot.ts'
import { choiceWordsOf } from '#domain/ballots/ballot.ts'

/** What would be cast, once more, with the way back. */
export function ReviewVote({
  choice,
  typed,
  changes,
  subject,
}: {
  choice: Choice
  typed: Record<string, string>
  changes: boolean
  subject: BallotSubject
}) {
  const { reason = '', settledBy = '', publishObjection } = typed
  const objects = choice === 'object' && subject === 'text'
  return (
    <Form method="post" className="card vote-review" aria-labelledby="review">
      <h3 id="review">Review your ballot</h3>
      <dl>
        <dt>Choice</dt>
        <dd>
          <strong>{choiceWordsOf(subject)[choice].label}</strong>
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
      {changes ? <p>This replaces the ballot you cast before. The old receipt will say so.</p> : null}
      {Object.entries({ ...typed, choice }).map(([name, value]) =>
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
