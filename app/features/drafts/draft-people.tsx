import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { givenRoles, roleLabels } from '#domain/drafts/roles.ts'
import type { DraftPage } from '#server/views/draft-page.ts'
import type { FormAnswer } from './draft-side.tsx'

/** Who takes part, and for the owner: who else may. */
export function DraftPeople({ page, answer }: { page: DraftPage; answer: FormAnswer }) {
  const { draft, members, rights, invitable } = page
  return (
    <div className="card">
      <h2>Who takes part</h2>
      <ul className="list-plain draft-members">
        {members.map((member) => (
          <li key={member.actorId}>
            <span>
              <a href={`/members/${member.actorId}`}>{member.name}</a>{' '}
              <span className="muted">{roleLabels[member.role].toLowerCase()}</span>
            </span>
            {rights.manage && member.role !== 'owner' ? (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="invite" />
                <input type="hidden" name="actorId" value={member.actorId} />
                <button className="button button-small button-quiet" type="submit" name="role" value="none">
                  Remove<span className="visually-hidden"> {member.name}</span>
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/drafts/${draft.id}/people`}>People and rights</a>{' '}
        <FlagLink thing={`draft/${draft.id}`} may={rights.flag} what="this draft" />
      </p>
      <p>{draft.writing === 'members' ? 'Every member may write.' : 'Only those named here may write.'}</p>
      {rights.manage ? (
        <>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="writing" />
            <button
              className="button button-small"
              type="submit"
              name="writing"
              value={draft.writing === 'members' ? 'invited' : 'members'}
            >
              {draft.writing === 'members' ? 'Limit writing to those named' : 'Let every member write'}
            </button>
          </Form>
          <InviteForm invitable={invitable} answer={answer} />
        </>
      ) : null}
    </div>
  )
}

function InviteForm({ invitable, answer }: { invitable: DraftPage['invitable']; answer: FormAnswer }) {
  const mine = answer.typed.intent === 'invite'
  const refusal = mine ? answer.refusal : undefined
  const typed = mine ? answer.typed : {}
  return (
    <details className="draft-invite" open={refusal !== undefined}>
      <summary>Invite somebody</summary>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="invite" />
        <Field name="actorId" label="Person" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={typed.actorId ?? ''}>
              <option value="">Choose, or write an address below</option>
              {invitable.map((person) => (
                <option key={person.actorId} value={person.actorId}>
                  {person.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="email" label="Or e-mail address" refusal={refusal}>
          {(control) => <input {...control} type="email" autoComplete="off" defaultValue={typed.email ?? ''} />}
        </Field>
        <Field name="role" label="May" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={typed.role ?? 'writer'}>
              {givenRoles.map((role) => (
                <option key={role} value={role}>
                  {roleLabels[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button className="button" type="submit">
          Invite
        </button>
      </Form>
    </details>
  )
}
