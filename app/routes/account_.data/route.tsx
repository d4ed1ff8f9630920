import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { AccountNav } from '#app/features/account/account-nav.tsx'
import { CopyList } from '#app/features/account/copy-list.tsx'
import { DeleteForm } from '#app/features/account/delete-form.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'My data · Your account · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await signInFirst(request, context.services.dataPage(context.viewer, context.visitor))
  return json({ ...page, done: new URL(request.url).searchParams.get('done') })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const fields = textFields(await request.formData())
  const { services, viewer, visitor } = context
  const { sessionId } = visitor
  switch (fields.intent) {
    case 'copy':
      return attempted(services.askForCopy(viewer, { sessionId }), fields, () =>
        redirect('/account/data?done=copy', { status: 303 }),
      )
    case 'delete': {
      const comments = fields.comments === 'deleted' ? 'deleted' : 'kept'
      return attempted(
        services.deleteAccount(viewer, { email: fields.email ?? '', comments, visitor }),
        fields,
        ({ cookie }) => redirect('/', { status: 303, headers: { 'Set-Cookie': cookie } }),
      )
    }
    default:
      throw json({ detail: 'Use one of the forms on this page.' }, { status: 400 })
  }
}

export default function MyData() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  return (
    <div className="page page-narrow account">
      <p className="eyebrow">Your account</p>
      <h1>My data</h1>
      <AccountNav here="/account/data" />
      {page.done === 'copy' && !answer ? (
        <p className="notice notice-ok" role="status">
          The copy is being made. Load this page again in a minute.
        </p>
      ) : null}
      {page.done === 'none' && !answer ? (
        <p className="notice notice-warn" role="status">
          There is no such copy, or its time is over. Ask for a new one.
        </p>
      ) : null}
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {page.fresh ? null : (
        <p className="notice">
          What is here asks for a proof from the last ten minutes that it is you.{' '}
          <a href="/account/confirm?next=/account/data">Confirm now</a>.
        </p>
      )}
      <CopyList copies={page.copies} />
      <DeleteForm email={page.email} typed={answer?.typed ?? {}} refusal={refusal} />
    </div>
  )
}
