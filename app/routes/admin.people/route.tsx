import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { AccountFilter } from '#app/features/admin/account-filter.tsx'
import { AccountRow } from '#app/features/admin/account-row.tsx'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { Pager } from '#app/features/reading/pager.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { runIntent } from './run-intent.ts'

export const meta: MetaFunction = () => [{ title: 'People · Admin · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, viewer, visitor } = context
  const { search } = new URL(request.url)
  return json(await signInFirst(request, services.adminPeople(viewer, { search, sessionId: visitor.sessionId })))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { searchParams } = new URL(request.url)
  return attempted(runIntent(context, typed), typed, (done) => {
    // Whoever gives a role on page three of a search is there again afterwards.
    const kept = [...searchParams].filter(
      ([name]) => name === 'q' || name === 'role' || name === 'state' || name === 'page',
    )
    const query = new URLSearchParams([...kept, ['done', done]])
    return redirect(`/admin/people?${query}`, { status: 303 })
  })
}

const doneWords: Record<string, string | undefined> = {
  role: 'The role is given. It holds from now on, also on pages that are open.',
  suspended: 'The account is suspended. Its open pages and tokens have lost their rights.',
  lifted: 'The suspension is lifted.',
}

export default function AdminPeopleRoute() {
  const people = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  const { counts, rows, total } = people
  const done = answer ? undefined : doneWords[people.done ?? '']
  const isShown = rows.some(({ actorId }) => actorId === answer?.typed.actorId)
  return (
    <div className="page admin-narrow">
      <AdminHead here="/admin/people" title="People">
        {counts.all} {counts.all === 1 ? 'account' : 'accounts'}: {roleCounts(counts.byRole)}. {counts.suspended}{' '}
        suspended.
      </AdminHead>
      {done ? (
        <p className="notice notice-ok" role="status">
          {done}
        </p>
      ) : null}
      {refusal && !isShown ? <FormRefusal refusal={refusal} /> : null}
      <AccountFilter people={people} />
      <DroppedFilters dropped={people.dropped} />
      <h2>
        {people.q || people.role || people.suspendedOnly ? 'Accounts found' : 'All accounts'}
        <span className="count">{total}</span>
      </h2>
      {total === 0 ? (
        <p className="muted">
          No account is like that. The search looks into names and e-mail addresses.{' '}
          <a href="/admin/people">Show all accounts</a>
        </p>
      ) : null}
      {rows.map((account) => (
        <AccountRow
          key={account.actorId}
          account={account}
          isFresh={people.isFresh}
          answer={answer?.typed.actorId === account.actorId ? answer : undefined}
        />
      ))}
      <Pager page={people} what="accounts" />
    </div>
  )
}

function roleCounts(byRole: readonly { role: string; n: number }[]): string {
  return byRole
    .filter(({ n }) => n > 0)
    .map(({ role, n }) => `${n} ${role}${n === 1 ? '' : 's'}`)
    .join(', ')
}
