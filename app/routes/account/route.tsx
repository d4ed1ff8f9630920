import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { AccountNav } from '#app/features/account/account-nav.tsx'
import { OwnPositions } from '#app/features/account/own-positions.tsx'
import { roleWords } from '#app/features/account/role-words.ts'
import { NameForm, PasswordForm } from '#app/features/account/self-forms.tsx'
import { SessionList } from '#app/features/account/session-list.tsx'
import { TokenList } from '#app/features/account/token-list.tsx'
import { AskedNotice } from '#app/features/signals/asked-notice.tsx'
import { attempted, loaded, textFields } from '#app/http/refusals.ts'
import { runIntent } from './run-intent.ts'

export const meta: MetaFunction = () => [{ title: 'Your account · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, visitor, services } = context
  if (!viewer) throw redirect('/sign-in?next=/account')
  const done = new URL(request.url).searchParams.get('done')
  return json({ ...(await loaded(services.accountPage(viewer, visitor))), done })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const fields = textFields(await request.formData())
  const { current: _current, password: _password, ...typed } = fields
  return attempted(runIntent(context, fields), typed, ({ done, token }) =>
    token === undefined
      ? redirect(`/account?done=${done}`, { status: 303 })
      : json({ refusal: null, typed: {}, token }),
  )
}

const doneWords: Record<string, string | undefined> = {
  name: 'Your name is changed.',
  password: 'Your password is changed. You are signed out everywhere else.',
  session: 'That session has ended.',
  sessions: 'You are signed out everywhere but here.',
  token: 'The token is revoked.',
  position: 'Your position is withdrawn.',
}

export default function Account() {
  const account = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal ?? undefined
  const typed: Partial<Record<string, string>> = answer?.typed ?? {}
  const done = answer ? undefined : doneWords[account.done ?? '']
  return (
    <div className="page page-narrow account">
      <header className="account-head">
        <div>
          <p className="eyebrow">Your account</p>
          <h1>{account.name}</h1>
          <p className="ui">
            {account.email} · {roleWords[account.role]?.name ?? account.role}.{' '}
            <span className="muted">{roleWords[account.role]?.may}</span>
          </p>
        </div>
        <form method="post" action="/sign-out">
          <button className="button" type="submit">
            Sign out
          </button>
        </form>
      </header>
      <AccountNav here="/account" />
      {account.confirmed ? null : (
        <p className="notice">
          Your e-mail is not confirmed yet. Follow the link in the mail that you were sent, or{' '}
          <a href="/account/security#email">have it sent again</a>.
        </p>
      )}
      {account.unguarded ? (
        <p className="notice notice-warn">
          You moderate: with your account somebody else could do much harm. Please{' '}
          <a href="/account/security#passkeys">add a passkey or turn a second factor on</a>.
        </p>
      ) : null}
      {account.suspended ? (
        <p className="notice notice-warn">This account is suspended: you may read, but not write or vote.</p>
      ) : null}
      {done ? (
        <p className="notice notice-ok" role="status">
          {done}
        </p>
      ) : null}
      <AskedNotice asked={account.positions.asked} />
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <OwnPositions held={account.positions.held} />
      <NameForm name={account.name} typed={typed} refusal={refusal} />
      <PasswordForm refusal={refusal} />
      <SessionList sessions={account.sessions} />
      <TokenList
        tokens={account.tokens}
        mayMake={account.mayMakeTokens}
        made={answer && 'token' in answer ? answer.token : undefined}
        typed={typed}
        refusal={refusal}
      />
    </div>
  )
}
