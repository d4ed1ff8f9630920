import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HistoryHead } from '#app/features/drafts/history-head.tsx'
import { HistoryList } from '#app/features/drafts/history-list.tsx'
import { MomentForms } from '#app/features/drafts/moment-forms.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `History of the draft: ${data.draft.title} · Folkmoot` : 'History · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const before = Number(new URL(request.url).searchParams.get('before') ?? Number.NaN)
  const asked = { id: params.id ?? '', before: Number.isSafeInteger(before) ? before : undefined }
  return json(await signInFirst(request, services.draftHistory(viewer, asked)))
}

export default function DraftHistoryRoute() {
  const page = useLoaderData<typeof loader>()
  const { draft, lines, next, earlierRemoved, counting } = page
  return (
    <div className="page page-narrow">
      <HistoryHead draft={draft} here="history" title="History" />
      <p className="why">
        Who wrote when, and what was done with the draft, newest first. Every moment can be read, compared and restored;
        nothing of the history is ever changed.
      </p>
      <MomentForms page={page} />
      {counting ? (
        <p className="notice" role="status">
          This is a long history that is read for the first time. Who wrote when is complete; what they changed is being
          counted. <a href={`/drafts/${draft.id}/history`}>Load the page again</a> in a while to see it.
        </p>
      ) : null}
      <HistoryList draftId={draft.id} lines={lines} counting={counting} />
      {earlierRemoved ? <p className="notice">Earlier history of this draft was removed.</p> : null}
      {next === null ? null : (
        <p>
          <a className="button" href={`/drafts/${draft.id}/history?before=${next}`}>
            Older
          </a>
        </p>
      )}
    </div>
  )
}
