import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { BallotAnswer } from '#app/features/ballots/vote-panel.tsx'
import { refusedOf } from '#app/features/ballots/vote-panel.tsx'

/** For moderators: ends a ballot before its time, with a reason that everyone sees. */
export function CloseEarly({ answer }: { answer: BallotAnswer | undefined }) {
  const closing = refusedOf(answer, 'close')
  const refusal = closing?.refusal
  return (
    <details className="card" open={refusal !== undefined}>
      <summary>Close early</summary>
      <Form method="post">
        <FormRefusal refusal={refusal?.field ? undefined : refusal} />
        <Field
          name="closeReason"
          label="Reason for closing early"
          hint="Everyone sees it. Those who have not voted yet lose the chance, so say why it cannot wait."
          refusal={refusal?.field === 'reason' ? { ...refusal, field: 'closeReason' } : refusal}
        >
          {(control) => <textarea {...control} rows={3} defaultValue={closing?.typed.closeReason ?? ''} required />}
        </Field>
        <button className="button button-danger" type="submit" name="intent" value="close">
          Close the ballot now
        </button>
      </Form>
    </details>
  )
}
