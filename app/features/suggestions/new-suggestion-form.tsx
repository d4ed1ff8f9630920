import { Form, useNavigation } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Prose } from '#app/components/prose.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { keptKey, useKeptText } from '#app/features/threads/kept-text.ts'
import type { NewSuggestionPage } from '#server/views/new-suggestion-page.ts'
import { WordingField } from './wording-field.tsx'

interface NewSuggestionProps {
  page: NewSuggestionPage
  actorId: string
  answer: Answer | undefined
}

/** The form for a suggestion: what stands there, what should stand there, and why. */
export function NewSuggestion({ page, actorId, answer }: NewSuggestionProps) {
  const { draft, chosen } = page
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>Draft: {draft.title}</a> ·{' '}
        <a href={`/drafts/${draft.id}/suggestions`}>its suggestions</a>
      </p>
      <h1>{chosen ? `Suggest a wording: ${chosen.label}` : 'Suggest a wording'}</h1>
      <p className="why">
        Those who write this draft see your words beside what stands there, and accept, edit or decline them with a
        reason.
      </p>
      {page.underBallot ? <UnderBallot /> : null}
      {chosen ? (
        <SuggestionForm key={chosen.place} page={page} chosen={chosen} actorId={actorId} answer={answer} />
      ) : (
        <PlaceChoice page={page} />
      )}
    </div>
  )
}

/** Said wherever a suggestion is made or decided while a ballot is open. */
export function UnderBallot() {
  return (
    <div className="notice">
      <p>
        A ballot about this draft is open. It is about the text as it was frozen; what is accepted now goes into the
        draft and not into the text under vote.
      </p>
    </div>
  )
}

function PlaceChoice({ page }: { page: NewSuggestionPage }) {
  const from = page.from ? `&from=${page.from.id}` : ''
  return (
    <>
      <p>For which part? Tags, rows and relations are proposed in a thread.</p>
      <ul className="list-plain suggestion-places">
        {page.places.map(({ place, label }) => (
          <li key={place}>
            <a href={`/drafts/${page.draft.id}/suggestions/new?place=${encodeURIComponent(place)}${from}`}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

type Chosen = NonNullable<NewSuggestionPage['chosen']>

function SuggestionForm({ page, chosen, actorId, answer }: NewSuggestionProps & { chosen: Chosen }) {
  const keep = keptKey(actorId, page.draft.id, chosen.place)
  const { text, restored, change } = useKeptText(keep, answer?.typed.text ?? '', null, chosen.text)
  const sending = useNavigation().formData !== undefined
  return (
    <Form method="post" className="contribution-form">
      <Hidden fields={{ place: chosen.place, seen: chosen.seen, from: page.from?.id ?? '' }} />
      <FormRefusal refusal={answer?.refusal.field ? undefined : answer?.refusal} />
      <section aria-labelledby="stands-now" className="suggestion-now">
        <h2 id="stands-now">What stands there now</h2>
        {chosen.present.length === 0 ? (
          <p className="muted">Nothing yet.</p>
        ) : typeof chosen.present === 'string' ? (
          <p>{chosen.present}</p>
        ) : (
          <div className="prose">
            <Prose blocks={chosen.present} />
          </div>
        )}
      </section>
      {page.from ? (
        <p className="ui">
          These are the words of {page.from.author}. Left as they are, they stay theirs when they are accepted.
        </p>
      ) : null}
      <WordingField
        control={chosen.control}
        label="What should stand there"
        value={text}
        onChange={change}
        refusal={answer?.refusal}
      />
      {restored ? <p className="field-hint">Words you had not sent yet were put back.</p> : null}
      <Field name="reason" label="Why" hint="One or two sentences." refusal={answer?.refusal}>
        {(control) => <textarea {...control} required rows={3} defaultValue={answer?.typed.reason} />}
      </Field>
      <div className="actions">
        <button type="submit" className="button button-primary" aria-disabled={sending}>
          {sending ? 'Suggesting' : 'Suggest wording'}
        </button>
        <a className="ui" href={`/drafts/${page.draft.id}#section-${chosen.place.split('/').at(-1)}`}>
          Cancel
        </a>
      </div>
    </Form>
  )
}
