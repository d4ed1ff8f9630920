import { Form, Link } from '@remix-run/react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { EndedWords } from '#app/features/threads/ended-words.tsx'
import { Hidden } from '#app/features/threads/hidden.tsx'
import type { CandidateView } from '#server/views/candidates-of.ts'

interface RewordFormProps {
  candidate: CandidateView
  /** Where *Cancel* leads. */
  cancel: string
  /** Why the words cannot be changed any more; null while they can. */
  ended: string | null
  answer: Answer | undefined
}

/** Other words for one's own candidate. */
export function RewordForm({ candidate, cancel, ended, answer }: RewordFormProps) {
  const hidden = { intent: 'candidate-reword', candidate: String(candidate.n) }
  const own = answerTo(answer, hidden)
  const [text, setText] = useState(own?.typed.text ?? candidate.text)
  if (ended !== null) {
    return <EndedWords why={ended} label="Your words" text={text} refusal={own?.refusal} close={cancel} />
  }
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
            value={text}
            onChange={(event) => setText(event.target.value)}
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
