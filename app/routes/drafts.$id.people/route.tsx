import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FormRefusal } from '#app/components/field.tsx'
import { Invitations } from '#app/features/invitations/invitations.tsx'
import { answerTo } from '#app/features/threads/answer.ts'
import { attempted, textFields } from '#app/http/refusals.ts'
import { signInFirst } from '#app/http/sign-in-first.ts'
import { givenRoles, roleLabels } from '#domain/drafts/roles.ts'
import { visibilities, visibilityWords } from '#domain/drafts/visibility.ts'
import type { DraftPeoplePage } from '#server/views/draft-people.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `People and rights: ${data.draft.title} · Folkmoot` : 'People and rights · Folkmoot' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return json(await signInFirst(request, context.services.draftPeople(context.viewer, params.id ?? '')))
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { services, viewer } = context
  const typed = textFields(await request.formData())
  const draftId = params.id ?? ''
  const { role = '', days = '', most = '', visibility = '', invitationId = '', actorId } = typed
  const acts: Record<string, () => Promise<{ token?: string }>> = {
    async visibility() {
      await services.setVisibility(viewer, { draftId, visibility })
      return {}
    },
    async role() {
      await services.inviteMember(viewer, { draftId, actorId, role })
      return {}
    },
    'make-invitation': () => services.makeInvitation(viewer, { draftId, role, days, most }),
    async 'revoke-invitation'() {
      await services.revokeInvitation(viewer, { draftId, invitationId })
      return {}
    },
  }
  const chosen = Object.hasOwn(acts, typed.intent ?? '') ? acts[typed.intent ?? ''] : undefined
  if (!chosen) throw json({ detail: 'This page knows no such form. Load it again and retry.' }, { status: 400 })
  return attempted(chosen(), typed, ({ token }) =>
    token === undefined
      ? redirect(`/drafts/${draftId}/people`)
      : json({ refusal: null, typed: {}, token }, { headers: { 'Cache-Control': 'no-store' } }),
  )
}

export default function DraftPeopleRoute() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() as
    | { refusal: null; typed: Record<string, string>; token: string }
    | { refusal: NonNullable<Parameters<typeof FormRefusal>[0]['refusal']>; typed: Record<string, string> }
    | undefined
  const answer = sent?.refusal ? { refusal: sent.refusal, typed: sent.typed } : undefined
  const made = sent && 'token' in sent ? sent.token : null
  const { draft, members, invitations } = page
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>Draft: {draft.title}</a>
      </p>
      <h1>People and rights</h1>
      <VisibilityCard draft={draft} manages={invitations !== null} answer={answer} />
      <section aria-labelledby="members">
        <h2 id="members">
          Who takes part<span className="count">{members.length}</span>
        </h2>
        <FormRefusal refusal={answerTo(answer, { intent: 'role' })?.refusal} />
        <ul className="list-plain case-flags">
          {members.map((member) => (
            <li key={member.actorId} className="case-marks">
              <strong>{member.name}</strong>
              {invitations !== null && member.role !== 'owner' ? (
                <RoleForm member={member} />
              ) : (
                <span className="muted">{roleLabels[member.role].toLowerCase()}</span>
              )}
            </li>
          ))}
        </ul>
        <p className="muted">
          {draft.writing === 'members'
            ? 'Every member may write, besides those named here.'
            : 'Only those named here may write.'}
        </p>
      </section>
      {invitations === null ? null : (
        <Invitations
          invitations={invitations}
          roles={[...givenRoles].reverse().map((id) => ({ id, label: roleLabels[id] }))}
          made={made}
          answer={answer}
        />
      )}
    </div>
  )
}

type Answered = Parameters<typeof answerTo>[0]

function VisibilityCard({
  draft,
  manages,
  answer,
}: {
  draft: DraftPeoplePage['draft']
  manages: boolean
  answer: Answered
}) {
  const own = answerTo(answer, { intent: 'visibility' })
  if (!manages) {
    return (
      <p>
        Read by: <strong>{visibilityWords[draft.visibility].label.toLowerCase()}</strong>.{' '}
        {visibilityWords[draft.visibility].hint}
      </p>
    )
  }
  return (
    <Form method="post" className="card" preventScrollReset>
      <h2>Who reads it</h2>
      <input type="hidden" name="intent" value="visibility" />
      <FormRefusal refusal={own?.refusal} />
      <fieldset>
        <legend className="visually-hidden">Who reads it</legend>
        {visibilities.map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="visibility"
              value={one}
              defaultChecked={(own?.typed.visibility ?? draft.visibility) === one}
            />
            <span>
              {visibilityWords[one].label}
              <span className="choice-hint">{visibilityWords[one].hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button">
        Save who reads it
      </button>
    </Form>
  )
}

function RoleForm({ member }: { member: DraftPeoplePage['members'][number] }) {
  return (
    <Form method="post" className="case-acts" preventScrollReset>
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="actorId" value={member.actorId} />
      <select name="role" defaultValue={member.role} aria-label={`What ${member.name} may do`}>
        {givenRoles.map((role) => (
          <option key={role} value={role}>
            {roleLabels[role]}
          </option>
        ))}
        <option value="none">Nothing: remove</option>
      </select>
      <button type="submit" className="button button-small">
        Save<span className="visually-hidden"> what {member.name} may do</span>
      </button>
    </Form>
  )
}
