import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { attempted, loaded } from '#app/http/refusals.ts'

/** The address is the secret: it goes to no other site, into no cache and into no list of a search engine. */
const secret = { 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

export const headers: HeadersFunction = () => secret

export const meta: MetaFunction = () => [{ title: 'Invitation · Folkmoot' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { services, viewer, visitor } = context
  const asked = { token: params.token ?? '', address: visitor.address }
  return json(await loaded(services.invitationPage(viewer, asked)), { headers: secret })
}

export async function action({ context, params }: ActionFunctionArgs) {
  const { services, viewer, visitor } = context
  const asked = { token: params.token ?? '', address: visitor.address }
  return attempted(services.acceptInvitation(viewer, asked), {}, ({ href }) => redirect(href))
}

const mayWords: Record<string, string | undefined> = {
  contributor: 'take part: write drafts, argue and vote',
  reviewer: 'take part, and review what others write',
  facilitator: 'take part, and lead workshops',
  writer: 'write in it',
  commenter: 'read and comment on it',
  reader: 'read it',
}

export default function InvitationRoute() {
  const { role, title, by, expiresAt, signedIn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="page page-narrow">
      <h1>{title === null ? 'You are invited' : `You are invited to “${title}”`}</h1>
      <p>
        {by} invites whoever has this address to {mayWords[role] ?? 'take part'}. The invitation is good until{' '}
        <Time at={expiresAt} />.
      </p>
      <FormRefusal refusal={answer?.refusal} />
      {signedIn ? (
        <Form method="post">
          <button type="submit" className="button button-primary">
            Accept
          </button>
        </Form>
      ) : (
        <p>
          Keep this address. <a href="/sign-in">Sign in</a> or <a href="/sign-up">make an account</a>, then open it
          again and accept.
        </p>
      )}
    </div>
  )
}
