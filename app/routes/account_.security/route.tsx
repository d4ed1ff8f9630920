import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { AccountNav } from '#app/features/account/account-nav.tsx'
import { EmailForm } from '#app/features/account/email-form.tsx'
import { PasskeyList } from '#app/features/account/passkey-list.tsx'
import { RecoveryCodes } from '#app/features/account/recovery-codes.tsx'
import { SecondFactor } from '#app/features/account/second-factor.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { secure } from './secure.ts'

export const meta: MetaFunction = () => [{ title: 'Sign-in and security · Your account · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await signInFirst(request, context.services.securityPage(context.viewer, context.visitor))
  return json({ ...page, done: new URL(request.url).searchParams.get('done') })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const fields = textFields(await request.formData())
  const { answer: _answer, code: _code, ...typed } = fields
  const origin = request.headers.get('Origin') ?? ''
  return attempted(secure(context, fields, origin), typed, ({ done, codes, options }) =>
    codes || options
      ? json({ refusal: null, typed: {}, codes, options })
      : redirect(`/account/security?done=${done}`, { status: 303 }),
  )
}

const doneWords: Record<string, string | undefined> = {
  email: 'Look into the mail of the new address: it counts once you confirm it there.',
  confirmation: 'A link is on its way to your address.',
  passkey: 'The passkey is kept. You can sign in with it from now on.',
  removed: 'The passkey is removed.',
  begun: 'Now let your app read the picture, and write its first code below.',
  off: 'The second factor is off.',
}

export default function Security() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal ?? undefined
  const typed: Partial<Record<string, string>> = answer?.typed ?? {}
  const codes = answer && 'codes' in answer ? answer.codes : undefined
  const done = answer ? undefined : doneWords[page.done ?? '']
  return (
    <div className="page page-narrow account">
      <p className="eyebrow">Your account</p>
      <h1>Sign-in and security</h1>
      <AccountNav here="/account/security" />
      {done ? (
        <p className="notice notice-ok" role="status">
          {done}
        </p>
      ) : null}
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {page.asked ? (
        <p className="notice notice-warn">
          You moderate: with your account somebody else could do much harm. Please add a passkey or turn a second factor
          on.
        </p>
      ) : null}
      {codes ? <RecoveryCodes codes={codes} /> : null}
      {page.fresh ? null : (
        <p className="notice">
          What is here asks for a proof from the last ten minutes that it is you.{' '}
          <a href="/account/confirm?next=/account/security">Confirm now</a>.
        </p>
      )}
      <EmailForm email={page.email} confirmed={page.confirmed} typed={typed} refusal={refusal} />
      <PasskeyList passkeys={page.passkeys} refusal={refusal} />
      <SecondFactor factor={page.factor} refusal={refusal} />
      <p className="ui">
        Password, sessions and API tokens: on <a href="/account#password">the overview</a>.
      </p>
    </div>
  )
}
