import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { roleWords } from '#app/features/account/role-words.ts'
import type { Refusal } from '#app/http/refusals.ts'
import { limits } from '#domain/text/limits.ts'
import type { AdminPeople } from '#server/views/admin-people.ts'

interface AccountFormProps {
  account: Pick<AdminPeople['rows'][number], 'actorId' | 'role' | 'suspension'>
  answer: { refusal: Refusal; typed: Record<string, string> } | undefined
}

/** Gives somebody another role. */
export function RoleForm({ account: { actorId, role }, isFresh, answer }: AccountFormProps & { isFresh: boolean }) {
  return (
    <Form method="post">
      <input type="hidden" name="actorId" value={actorId} />
      <Field
        name="role"
        label="Role"
        refusal={answer?.refusal}
        {...(isFresh ? {} : { hint: 'Giving a role asks you to confirm that it is you.' })}
      >
        {(control) => (
          <select {...control} defaultValue={answer?.typed.role ?? role}>
            {Object.entries(roleWords).map(([id, words]) => (
              <option key={id} value={id}>
                {words?.name}: {words?.may}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button type="submit" className="button" name="intent" value="role">
        Give this role
      </button>
    </Form>
  )
}

/** Suspends an account for some days, or lifts that. */
export function SuspendForm({ account: { actorId, suspension }, answer }: AccountFormProps) {
  const typed = answer?.typed
  return (
    <Form method="post">
      <input type="hidden" name="actorId" value={actorId} />
      <Field
        name="days"
        label={suspension ? 'Suspend for other days' : 'Suspend for days'}
        hint="From 1 to 365. Leave it empty for a suspension that somebody must lift."
        refusal={answer?.refusal}
      >
        {(control) => (
          <input {...control} type="text" inputMode="numeric" maxLength={10} defaultValue={typed?.days ?? ''} />
        )}
      </Field>
      <Field name="reason" label="Reason" hint="It is kept beside the record." refusal={answer?.refusal}>
        {(control) => <textarea {...control} rows={2} maxLength={limits.reason} defaultValue={typed?.reason ?? ''} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button button-danger" name="intent" value="suspend">
          {suspension ? 'Suspend anew' : 'Suspend'}
        </button>
        {suspension ? (
          <button type="submit" className="button" name="intent" value="lift">
            Lift the suspension
          </button>
        ) : null}
      </div>
    </Form>
  )
}
