import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { SiteSwitch } from '#app/features/admin/site-switch.tsx'
import { SiteText } from '#app/features/admin/site-text.tsx'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'

export const meta: MetaFunction = () => [{ title: 'Texts and switches · Admin · Folkmoot' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const done = new URL(request.url).searchParams.get('done')
  return json({ ...(await signInFirst(request, context.services.adminSite(context.viewer))), done })
}

export async function action({ context: { services, viewer }, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { intent, key = '', text = '', seen = '', on = '' } = typed
  if (intent === 'preview') {
    return attempted(services.adminSite(viewer, { key, text }), typed, ({ texts }) =>
      json({ refusal: null, typed, tried: texts.find((one) => one.isPreview) ?? null }),
    )
  }
  const change: Promise<unknown> =
    intent === 'turn' ? services.turnSwitch(viewer, { key, on }) : services.wordText(viewer, { key, text, seen })
  return attempted(change, typed, () =>
    redirect(`/admin/site?done=${encodeURIComponent(key)}#${encodeURIComponent(key)}`, { status: 303 }),
  )
}

export default function AdminSiteRoute() {
  const { texts, switches, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer?.refusal ?? undefined
  const tried = answer && 'tried' in answer ? answer.tried : null
  const answered = answer?.typed.key
  const isSomewhere = [...texts, ...switches].some(({ key }) => key === answered)
  return (
    <div className="page admin-narrow">
      <AdminHead here="/admin/site" title="Texts and switches">
        What you save here is on every page from the next look on, for everybody.
      </AdminHead>
      {refusal && !isSomewhere ? <FormRefusal refusal={refusal} /> : null}
      {switches.map((one) => (
        <SiteSwitch
          key={one.key}
          one={one}
          refusal={answered === one.key ? refusal : undefined}
          isDone={!answer && done === one.key}
        />
      ))}
      {texts.map((one) => (
        <SiteText
          key={one.key}
          one={tried && tried.key === one.key ? { ...tried, text: one.text, changed: one.changed } : one}
          typed={answered === one.key ? answer?.typed : undefined}
          refusal={answered === one.key ? refusal : undefined}
          isDone={!answer && done === one.key}
        />
      ))}
    </div>
  )
}
