import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn, withNext } from '#app/http/safe-return.ts'

export const meta: MetaFunction = () => [{ title: 'Your code · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = safeReturn(new URL(request.url).searchParams.get('next'))
  return json({ next, awaited: await context.services.awaitsCode(context.visitor) })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { code = '' } = textFields(await request.formData())
  const next = safeReturn(new URL(request.url).searchParams.get('next'))
  return attempted(context.services.finishSignIn({ code, visitor: context.visitor }), {}, ({ cookie }) =>
    redirect(next, { status: 303, headers: { 'Set-Cookie': cookie } }),
  )
}

export default function Code() {
  const { next, awaited } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <div className="page page-narrow">
      <p className="eyebrow">Step 2 of 2</p>
      <h1>Your code</h1>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {awaited ? (
        <form method="post" action={withNext('/sign-in/code', next)} className="entry-form">
          <Field
            name="code"
            label="Code"
            hint="The six digits that your app shows now, or one of your recovery codes."
            refusal={refusal}
          >
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="text"
                autoComplete="one-time-code"
                spellCheck={false}
                required
              />
            )}
          </Field>
          <button className="button button-primary" type="submit">
            Sign in
          </button>
        </form>
      ) : (
        <p>Nobody on this browser passed the first step in the last ten minutes.</p>
      )}
      <p>
        <a href={withNext('/sign-in', next)}>Begin again</a>
      </p>
    </div>
  )
}
