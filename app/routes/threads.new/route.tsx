import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { chosenWords } from '#app/features/anchors/chosen-words.ts'
import { useAnswer } from '#app/features/threads/answer.ts'
import { NewThreadForm } from '#app/features/threads/new-thread-form.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { readPlace } from '#domain/entries/place.ts'

export const meta: MetaFunction = () => [{ title: 'New thread · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const ask = {
    draft: query.get('draft') ?? undefined,
    entry: query.get('entry') ?? undefined,
    place: query.get('place') ?? undefined,
    kind: query.get('kind') ?? undefined,
    title: query.get('title') ?? undefined,
    words: chosenWords(Object.fromEntries(query)),
  }
  return json(await signInFirst(request, context.services.newThreadPage(context.viewer, ask)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const opening = context.services.openThread(context.viewer, {
    draft: typed.draft,
    entry: readPlace(typed.entry ?? '') ?? undefined,
    place: typed.place,
    kind: typed.kind ?? '',
    title: typed.title,
    header: typed,
    once: typed.once === '1',
    version: typed.version ? Number(typed.version) : undefined,
    words: typed.quote ? { ...chosenWords(typed), quote: typed.quote } : undefined,
  })
  return attempted(opening, typed, ({ id }) => redirect(`/threads/${id}`))
}

export default function NewThreadRoute() {
  const page = useLoaderData<typeof loader>()
  return <NewThreadForm page={page} answer={useAnswer()} />
}
