import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { CheckList } from '#app/features/admin/check-list.tsx'
import { attempted } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Check · Admin · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const check = await signInFirst(request, context.services.adminCheck(context.viewer))
  return json({ check, sent: new URL(request.url).searchParams.has('sent') })
}

export async function action({ context }: ActionFunctionArgs) {
  return attempted(context.services.sendTestMail(context.viewer), {}, () => redirect('/admin?sent=1', { status: 303 }))
}

const says = {
  well: 'Everything is well.',
  look: 'The site runs. Some things want a look.',
  bad: 'Something needs mending.',
} as const

const upkeepWords = {
  backup: 'Last backup',
  drill: 'Last restore drill',
  check: 'Last check of the whole record',
} as const

export default function AdminCheckRoute() {
  const { check, sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page">
      <AdminHead here="/admin" title="Check" help={{ article: 'run-the-place', about: 'running the place' }}>
        {says[check.worst]} Looked at <Time at={check.at} />.
      </AdminHead>
      <CheckList lines={check.lines} />
      <section aria-labelledby="upkeep">
        <h2 id="upkeep">From the command line</h2>
        {check.upkeep.length === 0 ? (
          <p className="nothing-yet">
            Nothing yet. <code>npm run cli -- backup FILE</code> copies the database while the site goes on,{' '}
            <code>drill FILE</code> tries whether that copy restores, <code>check</code> walks the whole record.
          </p>
        ) : (
          <ul className="list-plain">
            {check.upkeep.map(({ kind, at, ok, note }) => (
              <li key={kind}>
                {upkeepWords[kind]}: <Time at={at} />, {ok ? '' : 'not well: '}
                {note}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="mail">
        <h2 id="mail">Mail</h2>
        {sent && !answer ? (
          <p className="notice notice-ok" role="status">
            A test mail to you is on its way. Without a mail server it lies in DATA_DIR/outbox.
          </p>
        ) : null}
        <FormRefusal refusal={answer?.refusal ?? undefined} />
        <form method="post">
          <button className="button" type="submit">
            Send me a test mail
          </button>
        </form>
      </section>
    </div>
  )
}
