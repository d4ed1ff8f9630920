import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import type { ClientActionFunctionArgs, ClientLoaderFunctionArgs } from '@remix-run/react'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { FormRefusal } from '#app/components/field.tsx'
import { DraftEditor } from '#app/features/drafts/draft-editor.tsx'
import { orShown, orUnsent, rememberShown } from '#app/features/drafts/keep-shown.ts'
import { SinceRead } from '#app/features/watching/since-read.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import type { loader as rootLoader } from '#app/root.tsx'
import { runIntent } from './run-intent.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Draft: ${data.draft.title} · Folkmoot` : 'Draft · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  return json(await signInFirst(request, services.draftPage(viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  return attempted(runIntent(context, params.id ?? '', typed), typed, (answer) => answer)
}

export function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  return orShown(params.id, () => serverLoader<typeof loader>())
}

export function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orUnsent(request, () => serverAction<typeof action>())
}

export default function DraftRoute() {
  const page = useLoaderData<typeof loader>()
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const answer = useActionData<typeof action>()
  const viewer = root?.viewer ?? null
  const refusal = answer?.refusal
  useEffect(() => {
    rememberShown(page)
    return () => rememberShown(null)
  }, [page])
  return (
    <div className="page draft-page">
      {refusal?.field ? null : <FormRefusal refusal={refusal} />}
      <SinceRead since={page.since} />
      <DraftEditor
        page={page}
        user={viewer && { id: viewer.actorId, name: viewer.name, colour: viewer.colour }}
        answer={{ refusal, typed: answer?.typed ?? {} }}
        frozen={root?.notices.readOnly ?? false}
      />
    </div>
  )
}
