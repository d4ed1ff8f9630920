import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { useSeen } from '#app/features/live/use-seen.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { limits } from '#domain/text/limits.ts'
import type { PublishPage } from '#server/views/publish-page.ts'

interface ApproveFormProps {
  /** Null where no second moderator is asked for. */
  second: PublishPage['second']
  answer: Answer | undefined
}

/** Where a ballot asks for a second moderator: who agreed to exactly this text, and the form for it. */
export function ApproveForm({ second, answer }: ApproveFormProps) {
  const refused = answerTo(answer, { intent: 'approve' })
  const { refusal, typed } = refused ?? {}
  const { seen: snapshotId } = useSeen(second?.snapshotId ?? '', 'approve', true)
  if (!second) return <FormRefusal refusal={refusal} />
  const { approvals, mine } = second
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
          {snapshotId === second.snapshotId ? null : (
            <p className="notice notice-warn" role="status">
              Another text was decided on since you began to look. Read the one that stands here now.
            </p>
          )}
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
