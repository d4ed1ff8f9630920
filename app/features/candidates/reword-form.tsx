import { Form, Link } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/contribution.tsx'
import type { CandidateView } from '#server/views/candidates-of.ts'

interface RewordFormProps {
  candidate: CandidateView
  /** Where *Cancel* leads. */
  cancel: string
  answer: Answer | undefined
}

/** Other words for one's own candidate. */
export function RewordForm({ candidate, cancel, answer }: RewordFormProps) {
  const hidden = { intent: 'candidate-reword', candidate: String(candidate.n) }
  const own = answerTo(answer, hidden)
  return (
    <Form method="post" className="contribution-form">
      <Hidden fields={hidden} />
      <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
      <Field name="text" label="Your words" refusal={own?.refusal}>
        {(control) => (
          <textarea
            {...control}
            required
            rows={6}
            className="wording-box"
            defaultValue={own?.typed.text ?? candidate.text}
          />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button button-primary">
          Save wording
        </button>
        <Link className="ui" to={cancel} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  )
}
