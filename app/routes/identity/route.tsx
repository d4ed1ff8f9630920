import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { GroupForm, GroupResult } from '#app/features/identity/group.tsx'
import { IdentityForm } from '#app/features/identity/identity-form.tsx'
import { IdentityResult } from '#app/features/identity/identity-result.tsx'
import { DroppedFilters } from '#app/features/reading/dropped-filters.tsx'
import { loaded, textFields } from '#app/http/refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Bet or identity? · Folkmoot' }]

/** Neither the browser nor anything between keeps an answered page. */
const kept = { 'Cache-Control': 'no-store' }

export const headers: HeadersFunction = ({ actionHeaders }) => (actionHeaders.has('Cache-Control') ? kept : {})

export async function loader({ context, request }: LoaderFunctionArgs) {
  return json(await loaded(context.services.identityPage(context.viewer, new URL(request.url).search)))
}

/** Answers what was sent, and keeps none of it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { services, viewer } = context
  if (typed.intent === 'group') {
    const group = await loaded(services.identityGroup(viewer, typed.lines ?? ''))
    return json({ typed, answer: null, group }, { headers: kept })
  }
  const answer = await loaded(services.identityAnswer(viewer, typed))
  return json({ typed, answer, group: null }, { headers: kept })
}

export default function Identity() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <p className="eyebrow">
          <a href="/concepts/bet-or-identity">Diagnostic</a>
        </p>
        <h1>Bet or identity?</h1>
        <p className="lede">
          A view held as a bet can be lost. One that nothing could end is a badge. These questions are for finding out
          which one yours is, and which strategies of the atlas your assumptions lead to.
        </p>
        <p className="notice">
          <strong>Private.</strong> Your answers travel only with this form and only to be answered. They are not
          stored, not logged and not counted, they are never in the address, and nobody else can see them. Answer for
          yourself; it is no instrument for judging others, and no page about a person shows anything of the kind.
        </p>
      </div>
      <DroppedFilters dropped={page.dropped} />
      {sent?.answer ? <IdentityResult answer={sent.answer} /> : null}
      {sent?.group ? <GroupResult group={sent.group} /> : null}
      <IdentityForm page={page} typed={sent?.answer ? sent.typed : { about: page.about }} />
      <GroupForm smallest={page.smallestGroup} />
    </div>
  )
}
