import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { foundOrNear } from '#app/features/reading/found-or-near.ts'
import { RelationsView } from '#app/features/relations/relations-view.tsx'
import { useAnswer } from '#app/features/threads/answer.ts'
import { attempted, textFields } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Relations of ${data.title} · Folkmoot` : 'Relations · Folkmoot' },
]

export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args
  return json(await foundOrNear(args, 'strategy', context.services.relationsPage(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { services, viewer } = context
  const { intent, from = '', kind = '', since = '', reason = '' } = typed
  const declaration = { from, kind, to: params.id ?? '', since }
  if (intent === 'confirm-relation') {
    return attempted(services.confirmRelation(viewer, declaration), typed, () =>
      redirect(`/strategies/${encodeURIComponent(declaration.to)}/relations#from-${encodeURIComponent(from)}`),
    )
  }
  if (intent === 'dispute-relation') {
    return attempted(services.disputeRelation(viewer, { ...declaration, reason }), typed, ({ threadId }) =>
      redirect(`/threads/${threadId}`),
    )
  }
  throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
}

export default function RelationsRoute() {
  const page = useLoaderData<typeof loader>()
  return <RelationsView page={page} answer={useAnswer()} />
}
