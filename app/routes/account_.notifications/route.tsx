import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MailSettingsView } from '#app/features/mails/mail-settings-view.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Notifications · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await signInFirst(request, context.services.mailSettings(context.viewer))
  return json({ page, saved: new URL(request.url).searchParams.has('saved') })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { rhythm = '', hour = '', day = '', ...channels } = typed
  return attempted(context.services.chooseMails(context.viewer, { channels, rhythm, hour, day }), typed, () =>
    redirect('/account/notifications?saved=1', { status: 303 }),
  )
}

export default function Notifications() {
  const { page, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <MailSettingsView
      page={page}
      saved={saved && !answer}
      typed={answer?.typed ?? {}}
      refusal={answer?.refusal ?? undefined}
    />
  )
}
