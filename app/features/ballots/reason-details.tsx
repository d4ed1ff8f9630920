import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'

interface ReasonDetailsProps {
  summary: string
  /** The hidden fields that tell this form from the others of its page. */
  hidden: Record<string, string>
  answer: Answer | undefined
  /** What the reason is called, and who sees it. */
  label: string
  hint: string
  rows?: number
  button: string
  danger?: boolean
  className?: string
  /** Beside the button. */
  beside?: ReactNode
  /** What is said or asked before the reason. */
  before?(own: Partial<Answer>): ReactNode
}

/** An act that everybody is told the reason of, behind its summary; unfolded where it was sent and refused. */
export function ReasonDetails({ summary, hidden, answer, className, before, ...rest }: ReasonDetailsProps) {
  const { label, hint, rows = 2, button, danger, beside } = rest
  const own = answerTo(answer, hidden)
  const refusal = own?.refusal
  return (
    <details className={className} open={own !== undefined}>
      <summary>{summary}</summary>
      <Form method="post">
        <Hidden fields={hidden} />
        <FormRefusal refusal={refusal?.field ? undefined : refusal} />
        {before?.(own ?? {})}
        <Field name="reason" label={label} hint={hint} refusal={refusal}>
          {(control) => <textarea {...control} rows={rows} defaultValue={own?.typed.reason ?? ''} required />}
        </Field>
        <div className="actions">
          <button className={danger ? 'button button-danger' : 'button'} type="submit">
            {button}
          </button>
          {beside}
        </div>
      </Form>
    </details>
  )
}
