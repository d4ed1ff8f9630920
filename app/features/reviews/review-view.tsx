import { FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import { AskForm } from '#app/features/reviews/ask-form.tsx'
import { OwnReview } from '#app/features/reviews/own-review.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import { verdictWords } from '#domain/reviews/review.ts'
import type { ReviewPage } from '#server/views/review-page.ts'

export interface ReviewProps {
  page: ReviewPage
  typed: Partial<Record<string, string>>
  refusal: Refusal | undefined
}

/** Who is asked for a review, what reviews say, and one's own. */
export function ReviewView(props: ReviewProps) {
  const { page, refusal } = props
  const { draft, own, askable } = page
  return (
    <div className="page page-narrow reviews">
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>Draft: {draft.title}</a>
      </p>
      <h1>Review</h1>
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <Requests page={page} />
      {askable ? <AskForm {...props} askable={askable} /> : null}
      {own ? (
        <OwnReview {...props} own={own} />
      ) : (
        <p className="why">
          Reviews are written by others than the owner, on a draft that is open and that they may comment on.
        </p>
      )}
      <Reviews page={page} />
    </div>
  )
}

function Requests({ page: { requests, askable } }: { page: ReviewPage }) {
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">
        Asked <span className="count">{requests.length}</span>
      </h2>
      {requests.length === 0 ? <p className="muted">Nobody is asked for a review at the moment.</p> : null}
      <ul className="list-plain review-list">
        {requests.map(({ id, reviewer, mine, dueAt, late, note }) => (
          <li key={id}>
            <p>
              <strong>{mine ? 'You' : reviewer}</strong>{' '}
              {dueAt === null ? null : (
                <span className={late ? 'state state-warn' : 'state'}>
                  {late ? 'was due' : 'by'} <Time at={dueAt - 1} only="date" />
                </span>
              )}
            </p>
            {note === '' ? null : <p className="review-words">{note}</p>}
            {askable ? (
              <form method="post">
                <input type="hidden" name="request" value={id} />
                <button
                  className="button button-small button-quiet"
                  type="submit"
                  name="intent"
                  value="withdraw-request"
                >
                  Take back<span className="visually-hidden"> the request to {reviewer}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reviews({ page: { reviews } }: { page: ReviewPage }) {
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">
        Reviews <span className="count">{reviews.length}</span>
      </h2>
      {reviews.length === 0 ? <p className="muted">There is none yet.</p> : null}
      <ul className="list-plain review-list">
        {reviews.map(({ id, reviewer, verdict, text, remarks, at, changed, hidden, mayFlag }) => (
          <li key={id}>
            <p>
              <strong>{reviewer}</strong> <span className="state">{verdictWords[verdict].name}</span> <Time at={at} />
            </p>
            {hidden ? <HiddenPlace hidden={hidden} /> : null}
            {text === '' ? null : <p className="review-words">{text}</p>}
            <p className="ui muted">
              {remarks === 0 ? '' : remarks === 1 ? 'With 1 contribution. ' : `With ${remarks} contributions. `}
              {sinceWords(changed)} <FlagLink thing={`review/${id}`} may={mayFlag} what={`review by ${reviewer}`} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How the text stands that a review is about ([V8]). */
function sinceWords(changed: readonly string[] | null): string {
  if (changed === null) return 'The draft cannot be read at the moment, so it is not said what changed since.'
  return changed.length === 0 ? 'About the text as it stands.' : `Changed since: ${changed.join(', ')}.`
}
