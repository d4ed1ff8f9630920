import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'

interface OneButtonProps {
  /** The hidden fields that tell this form from the others of its page. */
  hidden: Record<string, string>
  /** It can be pressed now. */
  may: boolean
  words: ReactNode
  answer: Answer | undefined
  className?: string
  /** What it means. */
  children?: ReactNode
}

/** A form of one button. Why it was refused stays to be read where it is not offered any more. */
export function OneButton({ hidden, may, words, answer, className = 'button button-small', children }: OneButtonProps) {
  const refused = <FormRefusal refusal={answerTo(answer, hidden)?.refusal} />
  if (!may) return refused
  return (
    <Form method="post" className="no-print">
      <Hidden fields={hidden} />
      {refused}
      {children ? <p className="ui muted">{children}</p> : null}
      <button type="submit" className={className}>
        {words}
      </button>
    </Form>
  )
}
