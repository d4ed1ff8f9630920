import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { HistoryHead } from '#app/features/drafts/history-head.tsx'
import { MomentSide } from '#app/features/drafts/moment-side.tsx'
import { ContentView } from '#app/features/versions/content-view.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.draft.title}, an earlier moment · Folkmoot` : 'Moment · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const asked = { id: params.id ?? '', moment: params.moment ?? '' }
  return json(await signInFirst(request, services.draftMoment(viewer, asked)))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const about = { draftId: params.id ?? '', moment: params.moment ?? '' }
  const history = redirect(`/drafts/${about.draftId}/history`, 303)
  if (typed.intent === 'name') {
    return attempted(services.nameMoment(viewer, { ...about, name: typed.name }), typed, () => history)
  }
  return attempted(services.restoreMoment(viewer, { ...about, seen: typed.seen || undefined }), typed, () => history)
}

export default function DraftMomentRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft, moment, shown, earlier, later, same } = page
  return (
    <div className="page">
      <HistoryHead draft={draft} here={null} title={same ? 'The present moment' : 'An earlier moment'} />
      <div className="notice" role="note">
        <p>
          {same ? 'What this draft says now, and said' : 'What this draft said'} after a change by {moment.by},{' '}
          <Time at={moment.at} />
          {moment.names.length > 0 ? `, named ${moment.names.map((name) => `“${name}”`).join(', ')}` : ''}.{' '}
          {same ? null : <a href={`/drafts/${draft.id}/compare/${moment.address}...now`}>Compare with now</a>}
        </p>
      </div>
      <nav className="history-links" aria-label="Moments nearby">
        {earlier ? <a href={`/drafts/${draft.id}/history/${earlier}`}>One change earlier</a> : null}
        {later ? <a href={`/drafts/${draft.id}/history/${later}`}>One change later</a> : null}
      </nav>
      <div className="page-with-side">
        <div>
          {shown.title === draft.title ? null : <p className="muted">Its title was “{shown.title}”.</p>}
          <ContentView shown={shown} />
        </div>
        <MomentSide page={page} refusal={answer?.refusal} typed={answer?.typed ?? {}} />
      </div>
    </div>
  )
}
