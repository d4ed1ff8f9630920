import { Form } from '@remix-run/react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { useStart } from '#app/features/signals/use-start.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { day, dayOf } from '#domain/text/day.ts'
import type { SignalView } from '#server/views/signal-of.ts'

/** Says what was found on looking, and when to look again. For facilitators and moderators. */
export function ReviewForm({
  current,
  now,
  answer,
}: {
  /** Null where the words are gone since the form was opened. */
  current: SignalView['current']
  now: number
  answer: Answer | undefined
}) {
  const own = answerTo(answer, { intent: 'review' })
  const refusal = own?.refusal
  const typed = own?.typed ?? {}
  const about = useStart(current?.id ?? '', own)
  const [unfolded] = useState(current?.due === true)
  return (
    <details className="unfold" open={own !== undefined || unfolded} id="review">
      <summary>Review this signal</summary>
      <Form method="post" className="contribution-form">
        <input type="hidden" name="intent" value="review" />
        <input type="hidden" name="signalId" value={about} />
        <FormRefusal refusal={refusal} />
        <Field
          name="note"
          label="What you found"
          hint="Where you looked, and what speaks for or against its having landed."
          refusal={refusal}
        >
          {(control) => <textarea {...control} required rows={3} defaultValue={typed.note} />}
        </Field>
        <div className="form-row">
          <Field name="next" label="Look again on" refusal={refusal}>
            {(control) => (
              <input {...control} type="date" required defaultValue={typed.next ?? dayOf(now + 182 * day)} />
            )}
          </Field>
          <Field name="bound" label="Last day on which it could land, if its words name one" refusal={refusal}>
            {(control) => (
              <input
                {...control}
                type="date"
                defaultValue={typed.bound ?? (current?.bound == null ? '' : dayOf(current.bound - 1))}
              />
            )}
          </Field>
        </div>
        <button type="submit" className="button">
          Set the next review
        </button>
      </Form>
    </details>
  )
}
