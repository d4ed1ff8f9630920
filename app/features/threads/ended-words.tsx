import { Link } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface EndedWordsProps {
  /** Why they cannot be sent any more. */
  why: string
  label: string
  text: string
  /** What the server said to them, where they were sent. */
  refusal: Refusal | undefined
  /** Where *Close* leads. */
  close: string | undefined
}

/** Words typed for something that has ended meanwhile: to be read and copied, and not to be sent. */
export function EndedWords({ why, label, text, refusal, close }: EndedWordsProps) {
  return (
    <div className="contribution-form">
      {refusal ? <FormRefusal refusal={refusal} /> : <EndedNote why={why} />}
      <Field name="text" label={label} hint="Not sent. You can copy them.">
        {({ id, 'aria-describedby': described }) => (
          <textarea id={id} aria-describedby={described} readOnly rows={5} value={text} />
        )}
      </Field>
      {close ? (
        <Link className="ui" to={close} preventScrollReset>
          Close
        </Link>
      ) : null}
    </div>
  )
}

export function EndedNote({ why }: { why: string }) {
  return (
    <div className="notice" role="status">
      <p>{why}</p>
    </div>
  )
}
