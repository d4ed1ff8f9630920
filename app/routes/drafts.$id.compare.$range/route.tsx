import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Time } from '#app/components/time.tsx'
import { HistoryHead } from '#app/features/drafts/history-head.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { signInFirst } from '#app/http/sign-in-first.ts'
import type { ComparedHead } from '#server/views/draft-moment.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.draft.title}: two moments compared · Folkmoot` : 'Comparison · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const asked = { id: params.id ?? '', range: params.range ?? '' }
  return json(await signInFirst(request, services.draftCompare(viewer, asked)))
}

export default function DraftCompareRoute() {
  const { draft, before, after, comparison } = useLoaderData<typeof loader>()
  return (
    <div className="page page-narrow">
      <HistoryHead
        draft={draft}
        here={null}
        title={
          typeof before === 'object' && 'n' in before ? 'What it would change' : 'What changed between two moments'
        }
      />
      <div className="compared-heads">
        <Head draftId={draft.id} label="Before" moment={before} />
        <Head draftId={draft.id} label="After" moment={after} />
      </div>
      <Comparison comparison={comparison} />
    </div>
  )
}

function Head({ draftId, label, moment }: { draftId: string; label: string; moment: ComparedHead }) {
  return (
    <section className="card">
      <h2>{label}</h2>
      {moment === 'now' ? (
        <p>
          <a href={`/drafts/${draftId}`}>The draft as it is now</a>
        </p>
      ) : 'n' in moment ? (
        <p>
          <a href={moment.href}>The current version, {moment.n}</a>
        </p>
      ) : (
        <>
          <p>
            <a href={`/drafts/${draftId}/history/${moment.address}`}>
              {moment.names.length > 0 ? moment.names.join(', ') : <Time at={moment.at} />}
            </a>
          </p>
          <p className="muted">After a change by {moment.by}</p>
        </>
      )}
    </section>
  )
}
