import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn, withNext } from '#app/http/safe-return.ts'

export const meta: MetaFunction = () => [{ title: 'A link by mail · Folkmoot' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return json({ next: safeReturn(new URL(request.url).searchParams.get('next')) })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { email = '', intent = '' } = textFields(await request.formData())
  const work = context.services.askForLink({ email, kind: intent, visitor: context.visitor })
  // The same answer whether there is an account or not (domain/access SPEC [A6]).
  return attempted(work, { email }, () => json({ refusal: null, typed: { email } }))
}

export default function AskForLink() {
  const { next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal ?? undefined
  if (answer && !answer.refusal) {
    return (
      <div className="page page-narrow">
        <h1>Look into your mail</h1>
        <div className="notice" role="status">
          <p>If there is an account with this e-mail, a link is on its way. It is good once, for ten minutes.</p>
        </div>
        <p className="why">
          We say the same in both cases, so that nobody can find out who has an account by trying e-mails.
        </p>
        <p>
          <a href={withNext('/sign-in', next)}>Back to signing in</a>
        </p>
      </div>
    )
  }
  return (
    <div className="page page-narrow">
      <h1>A link by mail</h1>
      <p>For when you forgot your password, or do not want to type one.</p>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <form method="post" className="entry-form">
        <Field name="email" label="E-mail of your account" refusal={refusal}>
          {(control) => (
            <input {...control} type="email" autoComplete="email" required defaultValue={answer?.typed.email ?? ''} />
          )}
        </Field>
        <p className="actions">
          <button className="button button-primary" type="submit" name="intent" value="sign-in">
            Mail me a link to sign in
          </button>
          <button className="button" type="submit" name="intent" value="reset">
            Mail me a link to choose a new password
          </button>
        </p>
      </form>
      <p>
        <a href={withNext('/sign-in', next)}>Back to signing in</a>
      </p>
    </div>
  )
}
