import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { limits } from '#domain/text/limits.ts'
import type { ChallengePage } from '#server/views/challenge-pages.ts'

interface Props {
  page: ChallengePage
  refusal: Refusal | undefined
  typed: Record<string, string> | undefined
}

/** What this viewer may do with an open challenge. */
export function ChallengeActs({ page: { state, may }, refusal, typed }: Props) {
  if (state !== 'open') return null
  return (
    <>
      <FormRefusal refusal={refusal} />
      {may.answer ? (
        <Form method="post" className="card" replace>
          <h2>Answer it</h2>
          <input type="hidden" name="intent" value="answer" />
          <fieldset>
            <legend className="field-label">Does it hold?</legend>
            {refusal?.field === 'answer' ? <p className="field-error">{refusal.detail}</p> : null}
            <label className="choice">
              <input type="radio" name="answer" value="upheld" required defaultChecked={typed?.answer === 'upheld'} />
              <span>Upheld: the version is to be revised. It stays until a ballot decides on another one.</span>
            </label>
            <label className="choice">
              <input type="radio" name="answer" value="dismissed" defaultChecked={typed?.answer === 'dismissed'} />
              <span>Dismissed: the version stands.</span>
            </label>
          </fieldset>
          <Field name="reason" label="Reason" hint="Everybody can read it." refusal={refusal}>
            {(control) => (
              <textarea {...control} rows={4} required maxLength={limits.reason} defaultValue={typed?.reason ?? ''} />
            )}
          </Field>
          <button type="submit" className="button button-primary">
            Answer the challenge
          </button>
        </Form>
      ) : null}
      {may.withdraw ? (
        <Form method="post" replace>
          <input type="hidden" name="intent" value="withdraw" />
          <p className="actions">
            <button type="submit" className="button">
              Withdraw my challenge
            </button>
            <span className="muted">What was argued stays.</span>
          </p>
        </Form>
      ) : null}
      {may.answer || may.withdraw ? null : (
        <p className="muted">A moderator who did not make the challenge answers it. Until then, argue in the thread.</p>
      )}
    </>
  )
}
