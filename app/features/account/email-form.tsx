import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface EmailFormProps {
  email: string
  confirmed: boolean
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined
}

/** The address of the account, and how to change it. */
export function EmailForm({ email, confirmed, typed, refusal }: EmailFormProps) {
  return (
    <section aria-labelledby="email">
      <h2 id="email">E-mail</h2>
      <p>
        {email}{' '}
        <span className={confirmed ? 'state state-ok' : 'state state-warn'}>
          {confirmed ? '● confirmed' : '○ not confirmed'}
        </span>
      </p>
      {confirmed ? null : (
        <form method="post" action="/account/security">
          <button className="button" type="submit" name="intent" value="confirmation">
            Mail me the confirming link again
          </button>
        </form>
      )}
      <form method="post" action="/account/security" className="entry-form">
        <Field
          name="email"
          label="New e-mail"
          hint="It counts once you confirm it there. The old address is told, with a way back."
          refusal={refusal}
        >
          {(control) => (
            <input {...control} type="email" autoComplete="email" required defaultValue={typed.email ?? ''} />
          )}
        </Field>
        <button className="button" type="submit" name="intent" value="email">
          Change e-mail
        </button>
      </form>
    </section>
  )
}
