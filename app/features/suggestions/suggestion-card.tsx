import { Form } from '@remix-run/react'
import type { KeyboardEvent } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import { FlagLink } from '#app/features/moderation/flag-link.tsx'
import { HiddenPlace } from '#app/features/moderation/hidden-words.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { SuggestionMark } from '#app/features/threads/marks.tsx'
import { Comparison } from '#app/features/versions/comparison.tsx'
import { suggestionStateLabels } from '#domain/suggestions/words.ts'
import type { SuggestionView } from '#server/views/suggestion-view.ts'
import { WordingField } from './wording-field.tsx'

interface SuggestionCardProps {
  suggestion: SuggestionView
  answer: Answer | undefined
  /** Id of the form that decides several at once; null where there is none. */
  several: string | null
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One suggestion: what would change, why, and what this viewer may do with it. */
export function SuggestionCard({ suggestion, answer, several, onKeyDown }: SuggestionCardProps) {
  const { id, label, author } = suggestion
  return (
    <article
      className="suggestion"
      id={`s-${id}`}
      aria-labelledby={`s-${id}-head`}
      data-suggestion={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for deciding one after another by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className="contribution-head" id={`s-${id}-head`}>
        <SuggestionMark state={suggestion.state} />
        <strong>{label}</strong>
        <span>
          by {author}
          {suggestion.madeBy === null ? null : `, taken up by ${suggestion.madeBy}`}
        </span>
        <Time at={suggestion.createdAt} />
        {suggestion.threadId ? <a href={`/threads/${suggestion.threadId}`}>the argument</a> : null}
      </p>
      {suggestion.hidden ? (
        <HiddenPlace hidden={suggestion.hidden} />
      ) : (
        <p className="suggestion-reason">{suggestion.reason}</p>
      )}
      {suggestion.meanwhile ? (
        <Stale suggestion={suggestion} />
      ) : (
        <Comparison comparison={suggestion.change} level="h3" />
      )}
      <Decided suggestion={suggestion} />
      {suggestion.mayDecide ? <DecideForms suggestion={suggestion} answer={answer} several={several} /> : null}
      {suggestion.mayChange ? <OwnForms suggestion={suggestion} answer={answer} /> : null}
      <p className="contribution-acts">
        <FlagLink thing={`suggestion/${id}`} may={suggestion.mayFlag} what={`suggestion by ${author}`} />
      </p>
    </article>
  )
}

/** All three texts: what it was, what others made of it, what is proposed. */
function Stale({ suggestion }: { suggestion: SuggestionView }) {
  return (
    <>
      <div className="notice">
        <p>
          <strong>The text has changed since this was suggested.</strong>{' '}
          {suggestion.merged
            ? 'The two changes touch different paragraphs; the text below holds both of them.'
            : 'The two changes meet in the same place; somebody has to choose the words.'}
        </p>
      </div>
      <div className="three-texts">
        <section>
          <h3>From what it was to what stands there now</h3>
          {suggestion.meanwhile ? <Comparison comparison={suggestion.meanwhile} level="h3" /> : null}
        </section>
        <section>
          <h3>From what it was to what is suggested</h3>
          <Comparison comparison={suggestion.change} level="h3" />
        </section>
      </div>
    </>
  )
}

function Decided({
  suggestion: { state, decidedBy, decidedAt, decisionReason, edits },
}: {
  suggestion: SuggestionView
}) {
  if (state === 'open' || decidedAt === null) return null
  return (
    <div className="suggestion-decided">
      <p className="ui">
        {decidedBy === null ? 'Ended when its words were removed' : `${suggestionStateLabels[state]} by ${decidedBy}`},{' '}
        <Time at={decidedAt} />
      </p>
      {decisionReason ? <p>{decisionReason}</p> : null}
      {edits ? (
        <details className="unfold">
          <summary>What was edited</summary>
          <Comparison comparison={edits} level="h3" />
        </details>
      ) : null}
    </div>
  )
}

function DecideForms({ suggestion, answer, several }: Omit<SuggestionCardProps, 'onKeyDown'>) {
  const { id, meanwhile } = suggestion
  const accept = { intent: 'accept', suggestionId: id }
  const edit = { intent: 'edit', suggestionId: id }
  const decline = { intent: 'decline', suggestionId: id }
  const edited = answerTo(answer, edit)
  const declined = answerTo(answer, decline)
  return (
    <div className="suggestion-acts">
      {meanwhile === null ? (
        <Form method="post" className="suggestion-accept">
          <Hidden fields={accept} />
          <FormRefusal refusal={answerTo(answer, accept)?.refusal} />
          <button type="submit" className="button button-primary" data-act="accept">
            Accept
          </button>
          {several ? (
            <label className="choice">
              <input type="checkbox" name="chosen" value={id} form={several} />
              Choose for several at once
            </label>
          ) : null}
        </Form>
      ) : null}
      <details className="unfold" open={edited !== undefined || meanwhile !== null}>
        <summary>{meanwhile === null ? 'Edit and accept' : 'Accept with these words'}</summary>
        <Form method="post" className="contribution-form">
          <Hidden fields={{ ...edit, seen: suggestion.seen }} />
          <FormRefusal refusal={edited?.refusal.field ? undefined : edited?.refusal} />
          <WordingField
            control={suggestion.control}
            label="Words that go into the draft"
            value={edited?.typed.text ?? suggestion.text}
            refusal={edited?.refusal}
          />
          <Field name="reason" label="Why the edits" hint="May be left out." refusal={edited?.refusal}>
            {(control) => <textarea {...control} rows={2} defaultValue={edited?.typed.reason} />}
          </Field>
          <button type="submit" className="button">
            Accept with edits
          </button>
        </Form>
      </details>
      <details className="unfold" open={declined !== undefined} data-act="decline">
        <summary>Decline</summary>
        <Form method="post" className="contribution-form">
          <Hidden fields={decline} />
          <FormRefusal refusal={declined?.refusal.field ? undefined : declined?.refusal} />
          <Field name="reason" label="Reason" hint="Its author reads this." refusal={declined?.refusal}>
            {(control) => <textarea {...control} required rows={2} defaultValue={declined?.typed.reason} />}
          </Field>
          <button type="submit" className="button">
            Decline suggestion
          </button>
        </Form>
      </details>
    </div>
  )
}

function OwnForms({ suggestion, answer }: { suggestion: SuggestionView; answer: Answer | undefined }) {
  const withdraw = { intent: 'withdraw', suggestionId: suggestion.id }
  const renew = { intent: 'renew', suggestionId: suggestion.id }
  const renewed = answerTo(answer, renew)
  return (
    <div className="suggestion-acts">
      <details
        className="unfold"
        open={renewed !== undefined || (suggestion.meanwhile !== null && !suggestion.mayDecide)}
      >
        <summary>
          {suggestion.meanwhile === null ? 'Change your suggestion' : 'Bring your suggestion up to date'}
        </summary>
        <Form method="post" className="contribution-form">
          <Hidden fields={{ ...renew, seen: suggestion.seen }} />
          <FormRefusal refusal={renewed?.refusal.field ? undefined : renewed?.refusal} />
          <WordingField
            control={suggestion.control}
            label="What should stand there"
            value={renewed?.typed.text ?? suggestion.text}
            refusal={renewed?.refusal}
          />
          <button type="submit" className="button">
            Save suggestion
          </button>
        </Form>
      </details>
      <Form method="post">
        <Hidden fields={withdraw} />
        <FormRefusal refusal={answerTo(answer, withdraw)?.refusal} />
        <button type="submit" className="button">
          Withdraw suggestion
        </button>
      </Form>
    </div>
  )
}
