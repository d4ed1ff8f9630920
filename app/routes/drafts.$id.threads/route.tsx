import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useLive } from '#app/features/live/use-live.ts'
import { objectionAct } from '#app/features/threads/act.ts'
import { useAnswer } from '#app/features/threads/answer.ts'
import { DraftThreads } from '#app/features/threads/draft-threads.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import type { loader as rootLoader } from '#app/root.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Threads on ${data.draft.title} · Folkmoot` : 'Threads · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  return json(await signInFirst(request, services.draftThreadsPage(viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const draftId = params.id ?? ''
  const typed = textFields(await request.formData())
  const act = objectionAct(context.services, context.viewer, { draftId }, typed)
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act, typed, () => redirect(`/drafts/${encodeURIComponent(draftId)}/threads#objections`))
}

export default function DraftThreadsRoute() {
  const page = useLoaderData<typeof loader>()
  const viewer = useRouteLoaderData<typeof rootLoader>('root')?.viewer
  useLive(viewer ? [`draft/${page.draft.id}`] : [])
  return <DraftThreads page={page} answer={useAnswer()} />
}
