import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface NameFormProps {
  name: string
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined
}

export function NameForm({ name, typed, refusal }: NameFormProps) {
  return (
    <section aria-labelledby="name">
      <h2 id="name">Name</h2>
      <p className="why">Others see it beside what you write and vote. Versions already published keep the old one.</p>
      <form method="post" className="entry-form">
        <Field name="name" label="Name" refusal={refusal}>
          {(control) => (
            <input {...control} type="text" autoComplete="name" required defaultValue={typed.name ?? name} />
          )}
        </Field>
        <button className="button" type="submit" name="intent" value="change-name">
          Change name
        </button>
      </form>
    </section>
  )
}

export function PasswordForm({ refusal }: { refusal: Refusal | undefined }) {
  return (
    <section aria-labelledby="password">
      <h2 id="password">Password</h2>
      <p className="why">
        A new password signs you out everywhere else. If you have none yet, or forgot it,{' '}
        <a href="/sign-in/link">ask for a link by mail</a>.
      </p>
      <form method="post" className="entry-form">
        <Field name="current" label="Present password" refusal={refusal}>
          {(control) => <input {...control} type="password" autoComplete="current-password" required />}
        </Field>
        <Field name="password" label="New password" hint="8 to 128 characters of any kind." refusal={refusal}>
          {(control) => <input {...control} type="password" autoComplete="new-password" required />}
        </Field>
        <button className="button" type="submit" name="intent" value="change-password">
          Change password
        </button>
      </form>
    </section>
  )
}
