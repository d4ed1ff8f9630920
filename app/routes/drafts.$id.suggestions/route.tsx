import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { suggestionAct } from '#app/features/suggestions/act.ts'
import { SuggestionsView } from '#app/features/suggestions/suggestions-view.tsx'
import { useAnswer } from '#app/features/threads/answer.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Suggestions for ${data.page.draft.title} · Folkmoot` : 'Suggestions · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const query = new URL(request.url).searchParams
  const ask = { which: query.get('which') ?? undefined, page: Number(query.get('page') ?? 1) }
  const page = await signInFirst(request, services.suggestionsPage(viewer, params.id ?? '', ask))
  return json({ page, actorId: viewer?.actorId ?? null })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = textFields(form)
  const act = suggestionAct(context.services, context.viewer, typed, form.getAll('chosen').map(String))
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act, typed, (query) =>
    redirect(`/drafts/${encodeURIComponent(params.id ?? '')}/suggestions${query}`),
  )
}

export default function SuggestionsRoute() {
  const { page, actorId } = useLoaderData<typeof loader>()
  return <SuggestionsView page={page} actorId={actorId} answer={useAnswer()} />
}
