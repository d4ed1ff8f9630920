import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { AccountNav } from '#app/features/account/account-nav.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Profile · Your account · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await signInFirst(request, context.services.profilePage(context.viewer))
  return json({ ...page, done: new URL(request.url).searchParams.has('done') })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { bio = '', orcid = '' } = textFields(await request.formData())
  return attempted(context.services.changeProfile(context.viewer, { bio, orcid }), { bio, orcid }, () =>
    redirect('/account/profile?done', { status: 303 }),
  )
}

export default function Profile() {
  const { actorId, name, bio, orcid, hidden, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  return (
    <div className="page page-narrow account">
      <p className="eyebrow">Your account</p>
      <h1>Profile</h1>
      <AccountNav here="/account/profile" />
      {done && !answer ? (
        <p className="notice notice-ok" role="status">
          Kept.
        </p>
      ) : null}
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <p>
        Everybody reads this on <a href={`/members/${actorId}`}>your member page</a>. Your name, {name}, is changed on{' '}
        <a href="/account#name">the overview</a>.
      </p>
      {hidden ? <HiddenPlace hidden={hidden} /> : null}
      <form method="post" action="/account/profile" className="entry-form">
        <Field name="bio" label="About you" hint="Up to 500 characters, plain text. May stay empty." refusal={refusal}>
          {(control) => <textarea {...control} rows={5} defaultValue={answer?.typed.bio ?? bio} />}
        </Field>
        <Field name="orcid" label="ORCID iD" hint="As in 0000-0002-1825-0097. May stay empty." refusal={refusal}>
          {(control) => (
            <input {...control} type="text" spellCheck={false} defaultValue={answer?.typed.orcid ?? orcid ?? ''} />
          )}
        </Field>
        <button className="button button-primary" type="submit">
          Keep it
        </button>
      </form>
    </div>
  )
}
