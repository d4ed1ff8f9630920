import { useState } from 'react'
import { Field } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { useStart } from '#app/features/threads/use-start.ts'
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
  const hidden = { intent: 'review' }
  const about = useStart(current?.id ?? '', answerTo(answer, hidden))
  const [unfolded] = useState(current?.due === true)
  return (
    <UnfoldForm
      summary="Review this signal"
      hidden={hidden}
      also={{ signalId: about }}
      answer={answer}
      open={unfolded}
      id="review"
    >
      {({ refusal, typed }) => (
        <>
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
        </>
      )}
    </UnfoldForm>
  )
}
