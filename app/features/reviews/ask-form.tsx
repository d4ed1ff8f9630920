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
        <fieldset className="review-people" aria-describedby={shown?.field === 'reviewers' ? 'ask-error' : undefined}>
          <legend>Whom</legend>
          {shown?.field === 'reviewers' ? (
            <p className="field-error" id="ask-error">
              {shown.detail}
            </p>
          ) : null}
          {askable.length === 0 ? <p className="muted">There is nobody else who could be asked yet.</p> : null}
          <div>
            {askable.map(({ actorId, name, asked }) => (
              <label key={actorId}>
                <input type="checkbox" name="reviewers" value={actorId} defaultChecked={chosen.has(actorId)} /> {name}
                {asked ? <span className="muted"> asked already</span> : null}
              </label>
            ))}
          </div>
        </fieldset>
        <Field name="due" label="By" hint="A day, or nothing." refusal={shown}>
          {(control) => <input {...control} type="date" defaultValue={mine ? typed.due : ''} />}
        </Field>
        <Field name="note" label="What to look at" hint="They read it in the mail." refusal={shown}>
          {(control) => <textarea {...control} rows={3} defaultValue={mine ? typed.note : ''} />}
        </Field>
        <button className="button button-primary" type="submit" name="intent" value="ask-review">
          Ask for a review
        </button>
      </form>
    </details>
  )
}
