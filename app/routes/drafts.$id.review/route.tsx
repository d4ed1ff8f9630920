import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reviewAct } from '#app/features/reviews/review-act.ts'
import { ReviewView } from '#app/features/reviews/review-view.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Review of ${data.draft.title} · Folkmoot` : 'Review · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.reviewPage(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = textFields(form)
  const draftId = params.id ?? ''
  const reviewers = form.getAll('reviewers').map(String)
  const act = reviewAct(context, draftId, typed, reviewers)
  if (!act) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(act.done, { ...typed, reviewers: reviewers.join(' ') }, () =>
    redirect(`/drafts/${encodeURIComponent(draftId)}/review#${act.at}`, { status: 303 }),
  )
}

export default function ReviewRoute() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ReviewView page={page} typed={answer?.typed ?? {}} refusal={answer?.refusal ?? undefined} />
}
