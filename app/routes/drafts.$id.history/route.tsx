import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HistoryList } from '#app/features/drafts/history-list.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'
import '#app/styles/drafts.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `History of the draft: ${data.draft.title} · Folkmoot` : 'History · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  return json(await signInFirst(request, services.draftHistory(viewer, params.id ?? '')))
}

export default function DraftHistoryRoute() {
  const { draft, lines } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        History of the draft · <a href={`/drafts/${draft.id}`}>back to the text</a>
      </p>
      <h1>{draft.title || 'Untitled draft'}</h1>
      <p className="why">
        Who wrote when, from the document’s own log, and what was done with the draft, from the record. Newest first.
      </p>
      <HistoryList lines={lines} />
    </div>
  )
}
