import { Form, useSearchParams } from '@remix-run/react'
import { useEffect } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { useLive } from '#app/features/live/use-live.ts'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { forgetSent, keptKey } from '#app/features/threads/kept-text.ts'
import type { SuggestionsPage } from '#server/views/suggestions-page.ts'
import { suggestionKeys } from './keyboard.ts'
import { UnderBallot } from './new-suggestion-form.tsx'
import { SuggestionCard } from './suggestion-card.tsx'

interface SuggestionsViewProps {
  page: SuggestionsPage
  actorId: string | null
  answer: Answer | undefined
}

/** All suggestions for a draft: to be decided, or how they ended. */
export function SuggestionsView({ page, actorId, answer }: SuggestionsViewProps) {
  const { draft, which, suggestions } = page
  const here = `/drafts/${draft.id}/suggestions`
  const several = page.mayDecide && suggestions.length > 1 ? 'decide-several' : null
  useLive(actorId === null ? [] : [`draft/${draft.id}`])
  useForgetSent(page, actorId)
  return (
    <div className="page page-narrow">
      <p className="eyebrow">
        <a href={`/drafts/${draft.id}`}>Draft: {draft.title}</a> ·{' '}
        <a href={`/drafts/${draft.id}/threads`}>its threads</a>
      </p>
      <h1>Suggestions</h1>
      <nav className="thread-kinds" aria-label="Which suggestions">
        <a className="chip" href={here} aria-current={which === 'open' ? 'true' : undefined}>
          Open ({page.open})
        </a>
        <a className="chip" href={`${here}?which=ended`} aria-current={which === 'ended' ? 'true' : undefined}>
          Decided ({page.ended})
        </a>
        {page.mayMake ? (
          <a className="ui" href={`${here}/new`}>
            Suggest a wording
          </a>
        ) : null}
      </nav>
      {page.underBallot && which === 'open' ? <UnderBallot /> : null}
      <LeftOver />
      {suggestions.length === 0 ? (
        <p className="muted">
          {which === 'open'
            ? 'Nothing waits for a decision. A suggestion proposes other words for a section or another value for a field.'
            : 'No suggestion has been decided yet.'}
        </p>
      ) : null}
      {several ? (
        <p className="ui muted">
          By keyboard: on a suggestion, N goes to the next, P to the one before, A to Accept, D to Decline.
        </p>
      ) : null}
      {suggestions.map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          suggestion={suggestion}
          answer={answer}
          several={several}
          onKeyDown={suggestionKeys}
        />
      ))}
      {several ? <Several id={several} answer={answer} /> : null}
      <Pages page={page} here={here} />
    </div>
  )
}

function Several({ id, answer }: { id: string; answer: Answer | undefined }) {
  const own = answerTo(answer, { intent: 'several' })
  return (
    <section aria-labelledby="several" className="card">
      <h2 id="several">Several at once</h2>
      <p className="why">Decides those you have chosen above, one after another. What cannot be decided stays open.</p>
      <Form method="post" id={id} className="contribution-form">
        <Hidden fields={{ intent: 'several' }} />
        <FormRefusal refusal={own?.refusal.field === 'reason' ? undefined : own?.refusal} />
        <Field name="reason" label="Reason" hint="Needed to decline; its authors read it." refusal={own?.refusal}>
          {(control) => <textarea {...control} rows={2} defaultValue={own?.typed.reason} />}
        </Field>
        <div className="actions">
          <button type="submit" className="button button-primary" name="decision" value="accept">
            Accept those chosen
          </button>
          <button type="submit" className="button" name="decision" value="decline">
            Decline those chosen
          </button>
        </div>
      </Form>
    </section>
  )
}

/** How many of several could not be decided; said after the page came back. */
function LeftOver() {
  const [search] = useSearchParams()
  const left = Number(search.get('left'))
  const decided = Number(search.get('decided'))
  if (!Number.isInteger(left) || !Number.isInteger(decided) || left + decided <= 0) return null
  return (
    <div className="notice" role="status">
      <p>
        {decided} decided.
        {left > 0 ? ` ${left} could not be decided: the text has changed, or somebody was quicker.` : ''}
      </p>
    </div>
  )
}

function Pages({ page: { page, pages, which }, here }: { page: SuggestionsPage; here: string }) {
  if (pages === 1) return null
  const href = (to: number) => `${here}?${new URLSearchParams({ which, page: String(to) })}`
  return (
    <nav className="actions ui" aria-label="Pages">
      {page > 1 ? <a href={href(page - 1)}>Previous page</a> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={href(page + 1)}>Next page</a> : null}
    </nav>
  )
}

/** Words that have arrived need not be kept in this browser any more. */
function useForgetSent({ draft, suggestions }: SuggestionsPage, actorId: string | null): void {
  const [search] = useSearchParams()
  const id = search.get('sent')
  const place = suggestions.find((one) => one.id === id && one.mine)?.place
  useEffect(() => {
    if (actorId && id && place) forgetSent({ id, key: keptKey(actorId, draft.id, place) })
  }, [actorId, draft.id, id, place])
}
