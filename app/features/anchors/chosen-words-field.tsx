import { Hidden } from '#app/features/threads/hidden.tsx'
import { newThreadHref } from '#app/features/threads/thread-list.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { NewThreadPage } from '#server/views/new-thread-page.ts'

/** In the form for a new thread: the words that were selected, and the way to a thread on the whole section. */
export function ChosenWords({
  page: { about, kind, place, places },
  words,
  refusal,
}: {
  page: NewThreadPage
  words: Record<string, string>
  refusal: Refusal | undefined
}) {
  const label = places.find((one) => one.place === place)?.label
  return (
    <figure className="anchor">
      <Hidden fields={{ place, ...words }} />
      <blockquote id="quote">{words.quote}</blockquote>
      <figcaption>
        {refusal?.field === 'quote' ? (
          <p className="field-refusal" role="alert">
            {refusal.detail}
          </p>
        ) : null}
        <p>
          In “{label}”. <a href={newThreadHref(about, { kind, place })}>Discuss the whole place instead</a>
        </p>
      </figcaption>
    </figure>
  )
}
