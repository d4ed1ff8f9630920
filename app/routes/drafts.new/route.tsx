import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { NewEntryForm, RevisionForm } from '#app/features/drafts/new-draft-forms.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Propose a draft · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { search } = new URL(request.url)
  return json(await signInFirst(request, context.services.newDraftPage(context.viewer, search)))
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const work = context.services.createDraft(context.viewer, {
    kind: typed.kind ?? '',
    entry: typed.entry || undefined,
    title: typed.title,
    given: typed,
  })
  return attempted(work, typed, ({ id }) => redirect(`/drafts/${id}`, 303))
}

export default function NewDraft() {
  const { entry, existing, start } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  return (
    <div className="page page-narrow">
      {refusal?.field ? null : <FormRefusal refusal={refusal} />}
      {entry ? (
        <RevisionForm entry={entry} existing={existing} />
      ) : (
        <NewEntryForm start={start} refusal={refusal} typed={answer?.typed ?? {}} />
      )}
    </div>
  )
}
