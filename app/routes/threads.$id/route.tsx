import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NameableSources } from '#app/features/sources/nameable.ts'
import { threadAct } from '#app/features/threads/act.ts'
import { afterAct, askOf } from '#app/features/threads/links.ts'
import { ThreadView } from '#app/features/threads/thread-view.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.thread.title} · ${data.page.subject.title} · Folkmoot` : 'Thread · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const ask = askOf(request.url)
  const into = await services.mergedInto(viewer, params.id ?? '')
  if (into !== null) throw redirect(`/threads/${into}`)
  const page = await signInFirst(request, services.threadPage(viewer, params.id ?? '', ask))
  return json({ page, actorId: viewer?.actorId ?? null })
}

/** What is said in a thread, as against what is done with it: that holds where it was merged into, too. */
const sayings = ['post', 'restate', 'raise']

export async function action({ context, params, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  if (sayings.includes(typed.intent ?? '')) {
    const into = await context.services.mergedInto(context.viewer, params.id ?? '')
    // With this status the form is sent again as it is, so that words typed before the merger arrive.
    if (into !== null) return redirect(`/threads/${into}`, 307)
  }
  const act = threadAct(context.services, context.viewer, params.id ?? '', typed)
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act, typed, ({ sent }) => redirect(afterAct(request.url, params.id ?? '', typed, sent)))
}

export default function ThreadRoute() {
  const { page, actorId } = useLoaderData<typeof loader>()
  return (
    <NameableSources value={page.nameable}>
      <ThreadView page={page} actorId={actorId} />
    </NameableSources>
  )
}
