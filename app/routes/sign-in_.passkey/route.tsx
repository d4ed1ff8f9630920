import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn } from '#app/http/safe-return.ts'

export const meta: MetaFunction = () => [{ title: 'Sign in with a passkey · Folkmoot' }]

export const loader = () => json({})

/** The script beside the form to sign in asks for a challenge (`begin`), and sends the device's answer as a form. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { intent, answer = '', confirm } = textFields(await request.formData())
  const { services, visitor, viewer } = context
  const origin = request.headers.get('Origin') ?? ''
  if (intent === 'begin') {
    return attempted(services.askForPasskey({ visitor, origin }), {}, (options) => json({ refusal: null, options }))
  }
  const next = new URL(request.url).searchParams.get('next')
  const only = confirm === undefined ? undefined : (viewer?.actorId ?? '')
  return attempted(services.signInByPasskey({ answer, only, visitor, origin }), {}, ({ cookie }) =>
    redirect(safeReturn(next), { status: 303, headers: { 'Set-Cookie': cookie } }),
  )
}

export default function Passkey() {
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>Sign in with a passkey</h1>
      <FormRefusal refusal={answer?.refusal ?? undefined} />
      {answer ? null : <p>The button for it stands on the page to sign in.</p>}
      <p>
        <a href="/sign-in">Back to signing in</a>
      </p>
    </div>
  )
}
