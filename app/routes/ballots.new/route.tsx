import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FrozenText } from '#app/features/ballots/frozen-text.tsx'
import { OpeningForm } from '#app/features/ballots/opening-form.tsx'
import { OpeningWarnings } from '#app/features/ballots/opening-warnings.tsx'
import { readOpening, typedOpening } from '#app/features/ballots/read-opening.ts'
import { attempted } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import '#app/styles/ballots.css'

export const meta: MetaFunction = () => [{ title: 'Open a ballot' }]

export async function loader({ request, context: { services, viewer } }: LoaderFunctionArgs) {
  const draftId = new URL(request.url).searchParams.get('draft')
  if (!draftId) throw redirect('/drafts')
  return json(await signInFirst(request, services.ballotOpening(viewer, draftId)))
}

export async function action({ request, context: { services, viewer } }: ActionFunctionArgs) {
  const form = await request.formData()
  const opened = services.openBallot(viewer, readOpening(form, Date.now()))
  return attempted(opened, typedOpening(form), ({ id }) => redirect(`/ballots/${id}`))
}

export default function NewBallot() {
  const opening = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft, whyNot, shown, comparison, contentHash } = opening
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>{draft.title}</a>
      </p>
      <h1>Open a ballot</h1>
      {whyNot ? <p className="notice notice-warn">{whyNot}</p> : null}
      <OpeningWarnings opening={opening} />
      {whyNot ? null : <OpeningForm opening={opening} typed={answer?.typed ?? {}} refusal={answer?.refusal} />}
      <FrozenText
        heading="The text as it would be frozen"
        shown={shown}
        comparison={comparison}
        contentHash={contentHash}
        baseVersion={draft.baseVersion}
      />
    </div>
  )
}
