import { Form } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import type { BallotPage } from '#server/views/ballot-page.ts'

type Reminding = NonNullable<BallotPage['reminding']>

/** For who opened the ballot, and for moderators: reminds those who have not voted. */
export function RemindForm({ reminding, answer }: { reminding: Reminding; answer: Answer | undefined }) {
  const { waiting, names, last, again } = reminding
  const refused = answerTo(answer, { intent: 'remind' })
  return (
    <div className="card">
      <h2>Not voted yet</h2>
      <FormRefusal refusal={refused?.refusal} />
      <p>
        {waiting === 0 ? 'Everybody has voted.' : `${waiting} ${waiting === 1 ? 'person' : 'people'}.`}
        {names === null && waiting > 0 ? ' Names are hidden, so nobody sees who. Each of them sees the reminder.' : ''}
      </p>
      {names && names.length > 0 ? (
        <details>
          <summary>Show names</summary>
          <p>{names.join(', ')}</p>
        </details>
      ) : null}
      {last === null ? null : (
        <p className="muted">
          Last reminded <Time at={last} />.
        </p>
      )}
      {waiting === 0 ? null : again === null ? (
        <Form method="post" className="actions">
          <button className="button" type="submit" name="intent" value="remind">
            Remind them
          </button>
        </Form>
      ) : (
        <p className="why">
          Once a day is enough: again from <Time at={again} />.
        </p>
      )}
    </div>
  )
}
