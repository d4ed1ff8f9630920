import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CoordinatesView } from '#app/features/coordinates/coordinates-view.tsx'
import { useAnswer } from '#app/features/threads/answer.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Coordinates of ${data.page.draft.title} · Folkmoot` : 'Coordinates · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  return json({ page: await signInFirst(request, services.coordinatesPage(viewer, params.id ?? '')) })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { axis = '', value = '' } = typed
  const draftId = params.id ?? ''
  return attempted(context.services.placeOnAxis(context.viewer, { draftId, axis, value }), typed, () =>
    redirect(`/drafts/${encodeURIComponent(draftId)}/coordinates#axis-${encodeURIComponent(axis)}`),
  )
}

export default function CoordinatesRoute() {
  const { page } = useLoaderData<typeof loader>()
  return <CoordinatesView page={page} answer={useAnswer()} />
}
