import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { AccountNav } from '#app/features/account/account-nav.tsx'
import { ReadingForm } from '#app/features/account/reading-form.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Reading · Your account · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await signInFirst(request, context.services.readingPage(context.viewer))
  return json({ ...page, done: new URL(request.url).searchParams.has('done') })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { theme = '', textSize = '', motion = '', shortcuts, timeZone = '' } = typed
  const input = { theme, textSize, motion, shortcuts: shortcuts !== 'off', timeZone }
  return attempted(context.services.chooseReading(context.viewer, input), typed, () =>
    redirect('/account/reading?done', { status: 303 }),
  )
}

export default function Reading() {
  const { now, done, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal
  return (
    <div className="page page-narrow account">
      <p className="eyebrow">Your account</p>
      <h1>Reading</h1>
      <AccountNav here="/account/reading" />
      {done && !answer ? (
        <p className="notice notice-ok" role="status">
          Kept. It holds on every device where you are signed in.
        </p>
      ) : null}
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <p>
        For you it is now <Time at={now} />.
      </p>
      <ReadingForm {...page} typed={answer?.typed ?? {}} refusal={refusal} />
    </div>
  )
}
