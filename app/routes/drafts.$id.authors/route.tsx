import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AuthoredText } from '#app/features/drafts/authored-text.tsx'
import { AuthorsLegend } from '#app/features/drafts/authors-legend.tsx'
import { HistoryHead } from '#app/features/drafts/history-head.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Who wrote what: ${data.draft.title} · Folkmoot` : 'Who wrote what · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  return json(await signInFirst(request, services.draftAuthors(viewer, params.id ?? '')))
}

export default function DraftAuthorsRoute() {
  const { draft, people, sections, fields } = useLoaderData<typeof loader>()
  return (
    <div className="page">
      <HistoryHead draft={draft} here="authors" title="Who wrote what" />
      <p className="why">
        Each passage carries the initials and the line of whoever first wrote it, by the server’s own log. Words that
        were moved, undone or restored stay with their author.
      </p>
      <div className="page-with-side">
        <AuthoredText sections={sections} people={people} />
        <AuthorsLegend people={people} fields={fields} />
      </div>
    </div>
  )
}
