import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { linkWords } from '#app/features/account/link-words.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { mailLinkKind } from '#domain/access/mail-links.ts'
import { followLink } from './follow-link.ts'

export const meta: MetaFunction = () => [
  { title: 'A link from a mail · Folkmoot' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const kind = known(params.kind)
  const token = new URL(request.url).searchParams.get('t') ?? ''
  const done = new URL(request.url).searchParams.has('done')
  return json({ kind, token, done, ...(await context.services.mailLinkPage(kind, token)) })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const kind = known(params.kind)
  const { t = '', password = '' } = textFields(await request.formData())
  return attempted(followLink(context, { kind, token: t, password }), { t }, ({ to, cookie }) =>
    redirect(to, { status: 303, ...(cookie ? { headers: { 'Set-Cookie': cookie } } : {}) }),
  )
}

function known(name: string | undefined) {
  const kind = mailLinkKind(name)
  if (kind === null) throw json({ detail: 'There is no such page.' }, { status: 404 })
  return kind
}

export default function MailLink() {
  const { kind, token, good, email, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  const { title, says, button, after } = linkWords[kind]
  const isGood = good || refusal?.field !== undefined
  return (
    <div className="page page-narrow">
      <h1>{title}</h1>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {done ? (
        <p className="notice notice-ok" role="status">
          {after}
        </p>
      ) : isGood ? (
        <>
          <p>{says(email ?? '')}</p>
          <form method="post" action={`/link/${kind}`} className="entry-form">
            <input type="hidden" name="t" value={answer?.typed.t ?? token} />
            {kind === 'reset' ? (
              <Field name="password" label="New password" hint="8 to 128 characters of any kind." refusal={refusal}>
                {(control) => <input {...control} type="password" autoComplete="new-password" required />}
              </Field>
            ) : null}
            <button className="button button-primary" type="submit">
              {button}
            </button>
          </form>
        </>
      ) : refusal ? null : (
        <p className="notice notice-warn">This link was used already, or its time is over. Ask for a new one.</p>
      )}
      <p>
        <a href="/sign-in">Sign in</a> · <a href="/sign-in/link">Ask for a link</a>
      </p>
    </div>
  )
}
