import { Field } from '#app/components/field.tsx'
import type { ReviewProps } from '#app/features/reviews/review-view.tsx'
import type { ReviewPage } from '#server/views/review-page.ts'

/** Asks members for a review. */
export function AskForm({ typed, refusal, askable }: ReviewProps & { askable: NonNullable<ReviewPage['askable']> }) {
  const mine = typed.intent === 'ask-review'
  const shown = mine ? refusal : undefined
  const chosen = new Set(mine ? typed.reviewers?.split(' ') : [])
  return (
    <details className="review-ask" open={mine}>
      <summary>Ask for a review</summary>
      <form method="post">
        <Field name="reviewers" label="Whom" hint="Hold Ctrl or Cmd to choose several." refusal={shown}>
          {(control) => (
            <select {...control} multiple size={Math.min(8, Math.max(3, askable.length))} defaultValue={[...chosen]}>
              {askable.map(({ actorId, name, asked }) => (
                <option key={actorId} value={actorId}>
                  {name}
                  {asked ? ' (asked)' : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="due" label="By" hint="A day, or nothing." refusal={shown}>
          {(control) => <input {...control} type="date" defaultValue={mine ? typed.due : ''} />}
        </Field>
        <Field name="note" label="What to look at" hint="They read it in the mail." refusal={shown}>
          {(control) => <textarea {...control} rows={3} defaultValue={mine ? typed.note : ''} />}
        </Field>
        <button className="button" type="submit" name="intent" value="ask-review">
          Ask for a review
        </button>
      </form>
    </details>
  )
}
