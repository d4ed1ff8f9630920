import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface DeleteFormProps {
  email: string
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined | null
}

/** What deleting the account does, and the form that does it. */
export function DeleteForm({ email, typed, refusal }: DeleteFormProps) {
  return (
    <section aria-labelledby="delete">
      <h2 id="delete">Delete my account</h2>
      <p>This cannot be taken back, by anybody.</p>
      <dl className="delete-terms">
        <dt>Goes at once</dt>
        <dd>
          E-mail, password, sessions, tokens, passkeys, codes, preferences, profile, what you watch, what you were told.
          Drafts that only you could read. Your name, everywhere: it becomes “Former contributor”, beside published
          versions, in search and in the record, too.
        </dd>
        <dt>Stays</dt>
        <dd>
          What you wrote into texts, argued, objected and voted, without your name. An open ballot counts the paper you
          cast. Drafts that you own are managed by moderators from then on.
        </dd>
        <dt>Copies</dt>
        <dd>Backups made before keep your data until they are thrown away.</dd>
      </dl>
      <form method="post" action="/account/data" className="entry-form">
        <Field name="comments" label="My contributions to threads" refusal={refusal ?? undefined}>
          {(control) => (
            <select {...control} defaultValue={typed.comments ?? 'kept'}>
              <option value="kept">Stay, without my name</option>
              <option value="deleted">Lose their words, too; answers of others stay</option>
            </select>
          )}
        </Field>
        <Field name="email" label="Your e-mail, typed" hint={`As it is now: ${email}`} refusal={refusal ?? undefined}>
          {(control) => (
            <input {...control} type="email" autoComplete="off" required defaultValue={typed.email ?? ''} />
          )}
        </Field>
        <button className="button button-danger" type="submit" name="intent" value="delete">
          Delete my account for good
        </button>
      </form>
    </section>
  )
}
