import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'

interface UnfoldFormProps {
  summary: ReactNode
  /** The hidden fields that tell this form from the others of its page. */
  hidden: Record<string, string>
  /** Hidden fields that do not tell it apart. */
  also?: Record<string, string>
  answer: Answer | undefined
  /** Unfolded without having been refused. */
  open?: boolean
  className?: string
  id?: string
  /** What to know before writing; stands above a refusal. */
  lede?: ReactNode
  /** Fields and button, given what was refused and what had been typed. */
  children(own: { refusal: Answer['refusal'] | undefined; typed: Answer['typed'] }): ReactNode
}

/** A form behind its summary, unfolded where it was sent and refused. */
export function UnfoldForm({
  summary,
  hidden,
  also = {},
  answer,
  open = false,
  className = '',
  id,
  lede,
  children,
}: UnfoldFormProps) {
  const own = answerTo(answer, hidden)
  return (
    <details className={`unfold ${className}`.trim()} open={open || own !== undefined} id={id}>
      <summary>{summary}</summary>
      <Form method="post" className="contribution-form">
        <Hidden fields={{ ...hidden, ...also }} />
        {lede}
        <FormRefusal refusal={own?.refusal} />
        {children({ refusal: own?.refusal, typed: own?.typed ?? {} })}
      </Form>
    </details>
  )
}
