import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { withNext } from '#app/http/safe-return.ts'

interface SignInFormProps {
  next: string
  refusal?: Refusal | undefined
  /** What was typed before; a password is never put back. */
  email: string
}

export function SignInForm({ next, refusal, email }: SignInFormProps) {
  return (
    <form method="post" action={withNext('/sign-in', next)}>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <Field name="email" label="E-mail" refusal={refusal}>
        {(control) => <input {...control} type="email" autoComplete="username" required defaultValue={email} />}
      </Field>
      <Field name="password" label="Password" refusal={refusal}>
        {(control) => <input {...control} type="password" autoComplete="current-password" required />}
      </Field>
      <p className="actions">
        <button className="button button-primary" type="submit">
          Sign in
        </button>
      </p>
    </form>
  )
}
