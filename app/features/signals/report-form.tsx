import { Form } from '@remix-run/react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { useStart } from '#app/features/threads/use-start.ts'

interface Props {
  signalId: string
  /** A report is open, and another source joins it. */
  joins: boolean
  answer: Answer | undefined
}

/** Reports that a signal landed, with a source. Unfolded unless a report is open when it appears. */
export function ReportForm({ signalId, joins, answer }: Props) {
  const own = answerTo(answer, { intent: 'report' })
  const refusal = own?.refusal
  const typed = own?.typed ?? {}
  const about = useStart(signalId, own)
  const name = joins ? 'Add a source to the report' : 'Report that it landed'
  const [unfolded] = useState(!joins)
  return (
    <details className="unfold" open={unfolded || own !== undefined}>
      <summary>{name}</summary>
      <Form method="post" className="contribution-form" id="report" aria-label={name}>
        <p>
          {joins
            ? 'A report is open. Your source joins it and is posted as evidence in its hearing.'
            : 'Your report opens a hearing, where it can be disputed. A ballot of the members decides.'}{' '}
          Your name stands beside it for everybody to see, also for readers without an account.
        </p>
        <Hidden fields={{ intent: 'report', signalId: about }} />
        <FormRefusal refusal={refusal} />
        <Field name="url" label="Address of the source" refusal={refusal}>
          {(control) => <input {...control} type="text" inputMode="url" required defaultValue={typed.url} />}
        </Field>
        <Field name="title" label="Its title" refusal={refusal}>
          {(control) => <input {...control} type="text" required defaultValue={typed.title} />}
        </Field>
        <div className="form-row">
          <Field name="publisher" label="Who published it" refusal={refusal}>
            {(control) => <input {...control} type="text" required defaultValue={typed.publisher} />}
          </Field>
          <Field name="date" label="On which day" refusal={refusal}>
            {(control) => <input {...control} type="date" required defaultValue={typed.date} />}
          </Field>
        </div>
        <Field
          name="shows"
          label="What it shows"
          hint="Which part of the signal it is about, and what happened. Two or three sentences."
          refusal={refusal}
        >
          {(control) => <textarea {...control} required rows={4} defaultValue={typed.shows} />}
        </Field>
        <button type="submit" className="button button-primary">
          {joins ? 'Add the source' : 'Report it'}
        </button>
      </Form>
    </details>
  )
}
