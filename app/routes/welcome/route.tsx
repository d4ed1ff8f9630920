import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Prose } from '#app/components/prose.tsx'
import { RoleStarters } from '#app/features/help/role-starters.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn } from '#app/http/safe-return.ts'

export const meta: MetaFunction = () => [{ title: 'Welcome · Folkmoot' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await context.services.welcomePage(context.viewer))
}

/** Puts a notice away, and goes back to where it stood. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { what = '', next = '/' } = textFields(await request.formData())
  return attempted(context.services.dismissNotice(context.viewer, { what }), {}, () =>
    redirect(safeReturn(next), { status: 303 }),
  )
}

export default function Welcome() {
  const { words, tour, role } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>Where do you want to begin?</h1>
      <FormRefusal refusal={answer?.refusal ?? undefined} />
      {words.length > 0 ? (
        <div className="prose">
          <Prose blocks={words} />
        </div>
      ) : null}
      <p>
        <a className="button button-primary" href={tour.href}>
          Take the tour of 60 seconds
        </a>
      </p>
      <RoleStarters role={role} />
      <p className="muted">
        All of this, and more, is in the <a href="/help">help</a>; every word in the{' '}
        <a href="/help/glossary">glossary</a>.
      </p>
    </div>
  )
}
