import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ForkView } from '#app/features/forks/fork-view.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.page.draft.title}: two drafts compared · Folkmoot` : 'Comparison · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { services, viewer } = context
  const asked = { id: params.id ?? '', other: params.other ?? '' }
  const page = await signInFirst(request, services.forkPage(viewer, asked))
  return json({ page, taken: new URL(request.url).searchParams.get('taken') })
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const [draftId, other] = [params.id ?? '', params.other ?? '']
  const here = `/drafts/${encodeURIComponent(draftId)}/against/${encodeURIComponent(other)}`
  switch (typed.intent) {
    case 'take': {
      const seen = { mine: typed.mine, theirs: typed.theirs }
      const part = typed.part ?? ''
      const act = services.takePart(viewer, { draftId, from: other, part, seen })
      return attempted(act, typed, () => redirect(`${here}?${new URLSearchParams({ taken: part })}`, 303))
    }
    case 'merge': {
      const act = services.mergeDraft(viewer, { draftId, from: other, seen: typed.seen ?? '' })
      return attempted(act, typed, () => redirect(`${here}?taken=all`, 303))
    }
    case 'close': {
      const act = services.closeAsMerged(viewer, { draftId: other, into: draftId })
      return attempted(act, typed, () => redirect(`/drafts/${encodeURIComponent(other)}`, 303))
    }
    default:
      throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  }
}

export default function DraftAgainstRoute() {
  const { page, taken } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ForkView page={page} taken={taken} refusal={answer?.refusal} />
}
