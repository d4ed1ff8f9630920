import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { PasskeyButton } from '#app/features/account/passkey-button.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn } from '#app/http/safe-return.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Confirm that it is you · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await signInFirst(request, context.services.proofPage(context.viewer, context.visitor))
  return json({ ...page, next: new URL(request.url).searchParams.get('next') })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { password = '', code = '' } = textFields(await request.formData())
  const { viewer, visitor, services } = context
  const next = new URL(request.url).searchParams.get('next')
  return attempted(services.proveSelf(viewer, { password, code, visitor }), {}, ({ cookie }) =>
    redirect(next ? safeReturn(next) : '/account/confirm', { status: 303, headers: { 'Set-Cookie': cookie } }),
  )
}

export default function Confirm() {
  const { fresh, hasPassword, hasFactor, next } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  return (
    <div className="page page-narrow">
      <p className="eyebrow">Your account</p>
      <h1>Confirm that it is you</h1>
      {fresh ? (
        <p className="notice notice-ok" role="status">
          Confirmed for the next ten minutes. If you came here from a form, go back to it and send it again.
        </p>
      ) : (
        <p>
          What you are about to do cannot be taken back, or would let somebody else act as you. It therefore needs a
          proof from the last ten minutes.
        </p>
      )}
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {hasPassword ? (
        <form method="post" className="entry-form">
          <Field name="password" label="Password" refusal={refusal}>
            {(control) => <input {...control} type="password" autoComplete="current-password" required />}
          </Field>
          <button className="button button-primary" type="submit">
            Confirm
          </button>
        </form>
      ) : (
        <p>
          Your account has no password. <a href="/sign-in/link">Ask for a link to choose one</a>.
        </p>
      )}
      {hasFactor ? (
        <form method="post" className="entry-form">
          <Field name="code" label="Or a code" hint="Of your app, or a recovery code." refusal={refusal}>
            {(control) => <input {...control} type="text" autoComplete="one-time-code" spellCheck={false} required />}
          </Field>
          <button className="button" type="submit">
            Confirm with the code
          </button>
        </form>
      ) : null}
      <PasskeyButton next={next ?? '/account/confirm'} confirms />
      <p>
        <a href="/account">Back to your account</a>
      </p>
    </div>
  )
}
