import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReplayPhases } from '#app/features/workshops/replay-phases.tsx'
import { ReplayText } from '#app/features/workshops/replay-text.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Replay · ${data.room.title} · Folkmoot` : 'Replay · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const asked = {
    id: params.id ?? '',
    draft: searchParams.get('draft'),
    visit: searchParams.get('phase'),
    at: searchParams.get('at'),
  }
  return json(await signInFirst(request, context.services.workshopReplay(context.viewer, asked)))
}

export default function ReplayRoute() {
  const page = useLoaderData<typeof loader>()
  const { room, drafts, draft, text, removed, hidden } = page
  return (
    <div className="page">
      <div className="page-head">
        <p className="eyebrow">
          <a href={`/workshops/${room.id}`}>{room.title}</a>
        </p>
        <h1>Replay</h1>
        <p className="why">What the text said as the room went through its phases, from the draft’s own history.</p>
      </div>
      {draft === null ? (
        <p className="nothing-yet">No draft of this workshop is open to you, so there is nothing to replay.</p>
      ) : (
        <>
          {drafts.length > 1 ? (
            <nav className="history-links" aria-label="Drafts of this workshop">
              {drafts.map(({ id, title }) => (
                <a
                  key={id}
                  href={`/workshops/${room.id}/replay?draft=${id}`}
                  aria-current={id === draft.id ? 'true' : undefined}
                >
                  {title}
                </a>
              ))}
            </nav>
          ) : null}
          {hidden > 0 ? <p className="muted">Drafts that are not open to you are left out.</p> : null}
          {removed ? (
            <p className="notice">
              What this draft said during the workshop was removed for good.{' '}
              <a href={`/drafts/${draft.id}`}>The draft as it is now</a>
            </p>
          ) : (
            <div className="replay-columns">
              <ReplayPhases page={page} />
              {text ? <ReplayText page={page} draft={draft} text={text} /> : <p>The room was in no phase.</p>}
            </div>
          )}
        </>
      )}
    </div>
  )
}
