import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { roleWords } from '#app/features/account/role-words.ts'
import { AdminHead } from '#app/features/admin/admin-head.tsx'
import { Invitations } from '#app/features/invitations/invitations.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { siteInvitationRoles } from '#domain/access/invitations.ts'

export const meta: MetaFunction = () => [{ title: 'Invitations · Admin · Folkmoot' }]

export async function loader({ context: { services, viewer }, request }: LoaderFunctionArgs) {
  return json({ invitations: await signInFirst(request, services.invitationsOf(viewer, null)) })
}

export async function action({ context: { services, viewer }, request }: ActionFunctionArgs) {
  const typed = textFields(await request.formData())
  const { intent, role = '', days = '', most = '', invitationId = '' } = typed
  if (intent === 'revoke-invitation') {
    return attempted(services.revokeInvitation(viewer, { invitationId }), typed, () => redirect('/admin/invitations'))
  }
  // The link is shown this once, and kept in no cache.
  return attempted(services.makeInvitation(viewer, { role, days, most }), typed, ({ token }) =>
    json({ refusal: null, typed: {}, token }, { headers: { 'Cache-Control': 'no-store' } }),
  )
}

export default function AdminInvitationsRoute() {
  const { invitations } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() as
    | { refusal: null; typed: Record<string, string>; token: string }
    | { refusal: Refusal; typed: Record<string, string> }
    | undefined
  const answer = sent?.refusal ? { refusal: sent.refusal, typed: sent.typed } : undefined
  return (
    <div className="page admin-narrow">
      <AdminHead here="/admin/invitations" title="Invitations">
        A link gives whoever accepts it a role on the site. Who moderates is appointed by name, under People.
      </AdminHead>
      {answer?.typed.intent === 'revoke-invitation' ? <FormRefusal refusal={answer.refusal} /> : null}
      <Invitations
        invitations={invitations}
        roles={siteInvitationRoles.map((id) => ({ id, label: roleWords[id]?.name ?? id }))}
        made={sent && 'token' in sent ? sent.token : null}
        answer={answer}
      />
    </div>
  )
}
