import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDid, readWish, wishPath } from '#app/features/inbox/address.ts'
import { InboxView } from '#app/features/inbox/inbox-view.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const n = data?.page.counts.needs ?? 0
  return [{ title: `${n > 0 ? `Inbox (${n})` : 'Inbox'} · Folkmoot` }]
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const page = await signInFirst(request, context.services.inboxPage(context.viewer, query.get('tab')))
  return json({ page, did: readDid(query) })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const tab = new URL(request.url).searchParams.get('tab')
  return attempted(context.services.tendInbox(context.viewer, readWish(form)), textFields(form), (did) =>
    redirect(wishPath(tab, did)),
  )
}

export default function InboxRoute() {
  const { page, did } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <InboxView page={page} did={did} refusal={answer?.refusal} />
}
