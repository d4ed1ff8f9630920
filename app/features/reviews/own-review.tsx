import { Field } from '#app/components/field.tsx'
import type { ReviewProps } from '#app/features/reviews/review-view.tsx'
import { verdicts, verdictWords } from '#domain/reviews/review.ts'
import { contributionTypeLabels } from '#domain/threads/words.ts'
import type { ReviewPage } from '#server/views/review-page.ts'

/** One's own review: remarks that wait, one more, and the verdict that sends all of them. */
export function OwnReview({ page, typed, refusal, own }: ReviewProps & { own: NonNullable<ReviewPage['own']> }) {
  const keeping = typed.intent === 'keep-remark'
  const submitting = typed.intent === 'submit-review'
  const kept = keeping ? refusal : undefined
  const submitted = submitting ? refusal : undefined
  return (
    <section aria-labelledby="own">
      <h2 id="own">
        Your review <span className="count">{own.length}</span>
      </h2>
      <p>Remarks wait here, seen by you alone, until you submit them all with a verdict.</p>
      <ul className="list-plain review-list">
        {own.map(({ id, target, type, text }) => (
          <li key={id}>
            <p>
              <strong>{target}</strong> <span className="muted">{contributionTypeLabels[type]}</span>
            </p>
            <p className="review-words">{text}</p>
            <form method="post">
              <input type="hidden" name="remark" value={id} />
              <button className="button button-small button-quiet" type="submit" name="intent" value="drop-remark">
                Take away<span className="visually-hidden"> the remark on {target}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" className="review-form" aria-label="A remark">
        <Field name="target" label="On" refusal={kept}>
          {(control) => (
            <select {...control} defaultValue={keeping ? typed.target : 'entry'}>
              {page.targets.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="type" label="As" refusal={kept}>
          {(control) => (
            <select {...control} defaultValue={keeping ? typed.type : 'note'}>
              {page.types.map((type) => (
                <option key={type} value={type}>
                  {contributionTypeLabels[type]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="text" label="Remark" refusal={kept}>
          {(control) => <textarea {...control} rows={4} defaultValue={keeping ? typed.text : ''} />}
        </Field>
        <button className="button" type="submit" name="intent" value="keep-remark">
          Keep it for my review
        </button>
      </form>
      <form method="post" className="review-form" aria-label="Submit your review">
        <Field name="verdict" label="Verdict" refusal={submitted}>
          {(control) => (
            <select {...control} defaultValue={submitting ? typed.verdict : 'comment'}>
              {verdicts.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {verdictWords[verdict].name}: {verdictWords[verdict].means}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="text"
          label="In sum"
          hint="May be empty where the verdict is ready, or remarks say it."
          refusal={submitted}
        >
          {(control) => <textarea {...control} rows={4} defaultValue={submitting ? typed.text : ''} />}
        </Field>
        <button className="button button-primary" type="submit" name="intent" value="submit-review">
          {own.length === 0
            ? 'Submit your review'
            : own.length === 1
              ? 'Submit your review with 1 remark'
              : `Submit your review with ${own.length} remarks`}
        </button>
      </form>
    </section>
  )
}
