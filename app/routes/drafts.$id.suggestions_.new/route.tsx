import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NewSuggestion } from '#app/features/suggestions/new-suggestion-form.tsx'
import { useAnswer } from '#app/features/threads/answer.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Suggest a wording for ${data.page.draft.title} · Folkmoot` : 'Suggest a wording · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const query = new URL(request.url).searchParams
  const ask = {
    place: query.get('place') ?? undefined,
    from: query.get('from') ?? undefined,
    fork: query.get('fork') ?? undefined,
  }
  const page = await signInFirst(request, services.newSuggestionPage(viewer, params.id ?? '', ask))
  return json({ page, actorId: viewer?.actorId ?? '' })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const making = context.services.makeSuggestion(context.viewer, {
    draftId: params.id ?? '',
    place: typed.place ?? '',
    text: typed.text ?? '',
    reason: typed.reason ?? '',
    seen: typed.seen,
    contributionId: typed.from,
  })
  return attempted(making, typed, ({ id, draftId }) => redirect(`/drafts/${draftId}/suggestions?sent=${id}#s-${id}`))
}

export default function NewSuggestionRoute() {
  const { page, actorId } = useLoaderData<typeof loader>()
  return <NewSuggestion page={page} actorId={actorId} answer={useAnswer()} />
}
