import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/contribution.tsx'
import { PlainText } from '#app/features/threads/plain-text.tsx'
import type { ThreadOutcome } from '#domain/threads/words.ts'
import { outcomeLabels } from '#domain/threads/words.ts'
import type { ThreadPage } from '#server/views/thread-page.ts'

/** How a thread ended, above everything that led there. */
export function Outcome({ thread }: { thread: ThreadPage['thread'] }) {
  if (thread.outcome === null) return null
  return (
    <div className="notice notice-ok">
      <p>
        <strong>{outcomeLabels[thread.outcome]}</strong>, said {thread.resolvedBy}
        {thread.resolvedAt === null ? null : (
          <>
            {' '}
            on <Time at={thread.resolvedAt} />
          </>
        )}
      </p>
      <PlainText text={thread.outcomeReason ?? ''} />
    </div>
  )
}

export function ResolveForm({ outcomes, answer }: { outcomes: readonly ThreadOutcome[]; answer: Answer | undefined }) {
  const own = answerTo(answer, { intent: 'resolve' })
  return (
    <details className="unfold" open={own !== undefined}>
      <summary>Resolve this thread</summary>
      <Form method="post" className="contribution-form">
        <Hidden fields={{ intent: 'resolve' }} />
        <FormRefusal refusal={own?.refusal} />
        <fieldset>
          <legend>Outcome</legend>
          {outcomes.map((outcome) => (
            <label className="choice" key={outcome}>
              <input
                type="radio"
                name="outcome"
                value={outcome}
                required
                defaultChecked={own?.typed.outcome === outcome}
              />
              {outcomeLabels[outcome]}
            </label>
          ))}
        </fieldset>
        <Field
          name="reason"
          label="Reason"
          hint="What decided it, so that somebody who was not here understands."
          refusal={own?.refusal}
        >
          {(control) => <textarea {...control} required defaultValue={own?.typed.reason} />}
        </Field>
        <button type="submit" className="button button-primary">
          Resolve thread
        </button>
      </Form>
    </details>
  )
}

export function ReopenForm({ answer }: { answer: Answer | undefined }) {
  const own = answerTo(answer, { intent: 'reopen' })
  return (
    <details className="unfold" open={own !== undefined}>
      <summary>Reopen this thread</summary>
      <Form method="post" className="contribution-form">
        <Hidden fields={{ intent: 'reopen' }} />
        <FormRefusal refusal={own?.refusal} />
        <Field name="reason" label="Reason" hint="What is new or was overlooked." refusal={own?.refusal}>
          {(control) => <textarea {...control} required defaultValue={own?.typed.reason} />}
        </Field>
        <button type="submit" className="button">
          Reopen thread
        </button>
      </Form>
    </details>
  )
}
