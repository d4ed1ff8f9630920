import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { useOrigin } from '#app/features/invitations/use-origin.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { invitationDays, mostInvited } from '#domain/access/invitations.ts'
import type { InvitationLine } from '#server/views/invitation-page.ts'

interface Props {
  invitations: readonly InvitationLine[]
  /** What a link can give, weakest first. */
  roles: readonly { id: string; label: string }[]
  /** The token of the link that was made just now. */
  made: string | null
  answer: Answer | undefined
}

/** Links that invite: the new one to copy, those there are, and the form for another one. */
export function Invitations({ invitations, roles, made, answer }: Props) {
  const origin = useOrigin()
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">
        Invitations by link<span className="count">{invitations.filter(({ good }) => good).length} good</span>
      </h2>
      {made ? (
        <div className="notice notice-ok" role="status">
          <p>The new link. Copy it now: it is not kept here and cannot be shown again. Whoever has it may accept it.</p>
          <p>
            <code className="token">
              {origin}/i/{made}
            </code>
          </p>
        </div>
      ) : null}
      {invitations.length === 0 ? <p className="muted">No link was made yet.</p> : null}
      <ul className="list-plain case-flags">
        {invitations.map((one) => (
          <Line key={one.id} invitation={one} label={labelOf(roles, one.role)} />
        ))}
      </ul>
      <MakeForm roles={roles} answer={answer} />
    </section>
  )
}

function labelOf(roles: Props['roles'], role: string): string {
  return roles.find(({ id }) => id === role)?.label ?? role
}

function Line({ invitation, label }: { invitation: InvitationLine; label: string }) {
  const { id, by, createdAt, expiresAt, most, used, good, revoked } = invitation
  const ended = revoked ? 'Revoked' : used >= most ? 'Used up' : 'Expired'
  return (
    <li className="case-marks">
      <span className={good ? 'state state-ok' : 'state'}>{good ? '○ Good' : `× ${ended}`}</span>
      <strong>{label}</strong>
      <span>
        {used} of {most} used
      </span>
      <span className="muted">
        until <Time at={expiresAt} />, made by {by}, <Time at={createdAt} only="date" />
      </span>
      {good ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="revoke-invitation" />
          <button type="submit" className="button button-small button-quiet" name="invitationId" value={id}>
            Revoke<span className="visually-hidden"> the link made by {by}</span>
          </button>
        </Form>
      ) : null}
    </li>
  )
}

function MakeForm({ roles, answer }: Pick<Props, 'roles' | 'answer'>) {
  const own = answerTo(answer, { intent: 'make-invitation' })
  const { refusal, typed } = own ?? {}
  return (
    <Form method="post" className="card" preventScrollReset>
      <h3>Make a link</h3>
      <input type="hidden" name="intent" value="make-invitation" />
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <Field name="role" label="Gives the role" refusal={refusal}>
        {(control) => (
          <select {...control} defaultValue={typed?.role ?? roles[0]?.id}>
            {roles.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="days" label="Good for" refusal={refusal}>
        {(control) => (
          <select {...control} defaultValue={typed?.days ?? '7'}>
            {invitationDays.map((days) => (
              <option key={days} value={days}>
                {days === 1 ? '1 day' : `${days} days`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="most" label="For how many people" refusal={refusal}>
        {(control) => (
          <input {...control} type="number" min={1} max={mostInvited} required defaultValue={typed?.most ?? '1'} />
        )}
      </Field>
      <button type="submit" className="button button-primary">
        Make the link
      </button>
    </Form>
  )
}
