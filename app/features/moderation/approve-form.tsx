import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { limits } from '#domain/text/limits.ts'
import type { PublishPage } from '#server/views/publish-page.ts'

interface ApproveFormProps {
  second: NonNullable<PublishPage['second']>
  refusal: Refusal | undefined
  typed: Record<string, string> | undefined
}

/** Where a ballot asks for a second moderator: who agreed to exactly this text, and the form for it. */
export function ApproveForm({ second, refusal, typed }: ApproveFormProps) {
  const { approvals, mine, snapshotId } = second
  return (
    <section className="card" aria-labelledby="second">
      <h2 id="second">Second moderator</h2>
      {approvals.length === 0 ? <p className="muted">Nobody has agreed to this text yet.</p> : null}
      <ul className="list-plain">
        {approvals.map(({ actorId, name, note, at }) => (
          <li key={actorId}>
            {name} agreed, <Time at={at} />. <span className="as-written">{note}</span>
          </li>
        ))}
      </ul>
      {mine ? (
        <p className="why">You agreed to it, so another moderator publishes.</p>
      ) : (
        <Form method="post">
          <FormRefusal refusal={refusal?.field ? undefined : refusal} />
          <input type="hidden" name="snapshotId" value={snapshotId} />
          <Field
            name="approvalNote"
            label="Note (optional)"
            hint="Agree if you do not publish it yourself: who publishes does not count as the second."
            refusal={refusal}
          >
            {(control) => (
              <textarea {...control} rows={2} maxLength={limits.note} defaultValue={typed?.approvalNote ?? ''} />
            )}
          </Field>
          <button className="button" type="submit" name="intent" value="approve">
            Agree to exactly this text
          </button>
        </Form>
      )}
    </section>
  )
}
