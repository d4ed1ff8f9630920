import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { withNext } from '#app/http/safe-return.ts'

interface SignUpFormProps {
  next: string
  refusal?: Refusal | undefined
  typed: Partial<Record<string, string>>
}

export function SignUpForm({ next, refusal, typed }: SignUpFormProps) {
  return (
    <form method="post" action={withNext('/sign-up', next)}>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <Field name="name" label="Name" hint="Others see it beside what you write and vote." refusal={refusal}>
        {(control) => <input {...control} type="text" autoComplete="name" required defaultValue={typed.name ?? ''} />}
      </Field>
      <Field name="email" label="E-mail" hint="For signing in; it is shown to nobody." refusal={refusal}>
        {(control) => (
          <input {...control} type="email" autoComplete="username" required defaultValue={typed.email ?? ''} />
        )}
      </Field>
      <Field
        name="password"
        label="Password"
        hint="8 to 128 characters of any kind. A few unrelated words make a good one."
        refusal={refusal}
      >
        {(control) => <input {...control} type="password" autoComplete="new-password" required />}
      </Field>
      <p className="actions">
        <button className="button button-primary" type="submit">
          Sign up
        </button>
        <a className="button button-quiet" href={withNext('/sign-in', next)}>
          I have an account
        </a>
      </p>
    </form>
  )
}
