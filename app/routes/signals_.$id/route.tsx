import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useLive } from '#app/features/live/use-live.ts'
import { positionAct } from '#app/features/signals/position-act.ts'
import { readSignalOpening } from '#app/features/signals/read-signal-opening.ts'
import { SignalPageView } from '#app/features/signals/signal-page-view.tsx'
import { useAnswer } from '#app/features/threads/answer.ts'
import { attempted, loaded, textFields } from '#app/http/refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Signal: ${data.title} · Folkmoot` : 'Signal · Folkmoot' },
  { name: 'description', content: data ? `What would prove “${data.title}” wrong, and whether it landed.` : '' },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return json(await loaded(context.services.signalPage(context.viewer, params.id ?? '')))
}

export async function action({ context: { services, viewer }, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const strategy = params.id ?? ''
  const here = `/signals/${encodeURIComponent(strategy)}`
  switch (typed.intent) {
    case 'report': {
      const { signalId = '', url = '', title = '', publisher = '', date = '', shows = '' } = typed
      const report = { strategy, signalId, url, title, publisher, date, shows }
      return attempted(services.reportSignal(viewer, report), typed, ({ threadId }) => redirect(`/threads/${threadId}`))
    }
    case 'ballot':
      return attempted(services.openSignalBallot(viewer, readSignalOpening(typed, Date.now())), typed, ({ id }) =>
        redirect(`/ballots/${id}`),
      )
    case 'review': {
      const { signalId = '', note = '', next = '', bound = '' } = typed
      const review = { strategy, signalId, note, next, bound }
      return attempted(services.reviewSignal(viewer, review), typed, () => redirect(`${here}?done=review`))
    }
    default: {
      const act = positionAct(services, viewer, strategy, typed)
      if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
      return attempted(act, typed, () => redirect(`${here}#positions`))
    }
  }
}

export default function Signal() {
  const page = useLoaderData<typeof loader>()
  const answer = useAnswer()
  const [search] = useSearchParams()
  useLive(page.signedIn ? [`entry/${page.entryId}`] : [])
  return <SignalPageView page={page} answer={answer} reviewed={search.get('done') === 'review'} />
}
