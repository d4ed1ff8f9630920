import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { safeReturn } from '#app/http/safe-return.ts'

export const meta: MetaFunction = () => [{ title: 'Watching · Folkmoot' }]

/** The form stands on the pages of what is watched; here is only what became of it when it was refused. */
export async function loader({ context }: LoaderFunctionArgs) {
  throw redirect(context.viewer ? '/inbox?tab=watching' : '/sign-in?next=/inbox')
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { thing = '', volume = '', next } = textFields(await request.formData())
  return attempted(context.services.watchThing(context.viewer, { thing, volume }), { thing, volume }, () =>
    redirect(safeReturn(next), { status: 303 }),
  )
}

export default function WatchRoute() {
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>Watching</h1>
      <FormRefusal refusal={answer?.refusal ?? undefined} />
      <p>
        <a href="/inbox?tab=watching">To your inbox</a>
      </p>
    </div>
  )
}
