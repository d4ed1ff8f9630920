import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { roleWords } from '#app/features/account/role-words.ts'
import { RoleForm, SuspendForm } from '#app/features/admin/account-forms.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { AdminPeople } from '#server/views/admin-people.ts'

interface AccountRowProps {
  account: AdminPeople['rows'][number]
  /** Whether the admin's session was proved lately, which giving a role asks for. */
  isFresh: boolean
  /** Where a form of this account was refused. */
  answer: { refusal: Refusal; typed: Record<string, string> } | undefined
}

/** One account: what an admin sees of it, and behind it the forms. */
export function AccountRow({ account, isFresh, answer }: AccountRowProps) {
  const { name, email, role, confirmed, madeAt, seenAt, suspension, isSelf } = account
  const refusal = answer?.refusal
  return (
    <details className="admin-row" open={answer !== undefined}>
      <summary>
        <span className="admin-row-name">
          {name}
          {isSelf ? <span className="muted"> (you)</span> : null}
        </span>
        <span className="state">{roleWords[role]?.name ?? role}</span>
        {suspension ? <span className="state state-warn">Suspended</span> : null}
        <span className="admin-row-more">{email}</span>
      </summary>
      <dl className="admin-facts">
        <div>
          <dt>Account made</dt>
          <dd>
            <Time at={madeAt} only="date" />
          </dd>
        </div>
        <div>
          <dt>Last seen</dt>
          <dd>{seenAt === null ? 'Never signed in' : <Time at={seenAt} />}</dd>
        </div>
        <div>
          <dt>E-mail address</dt>
          <dd>{confirmed ? 'Proved' : 'Not proved'}</dd>
        </div>
        {suspension ? (
          <div>
            <dt>Suspended until</dt>
            <dd>{suspension.until === null ? 'Somebody lifts it' : <Time at={suspension.until} />}</dd>
          </div>
        ) : null}
      </dl>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      {isSelf ? (
        <p className="muted">Nobody changes their own role or suspends themselves. Another admin can.</p>
      ) : (
        <div className="admin-forms">
          {account.mayAppoint ? <RoleForm account={account} isFresh={isFresh} answer={answer} /> : null}
          {account.maySuspend ? <SuspendForm account={account} answer={answer} /> : null}
        </div>
      )}
    </details>
  )
}
