import { Form } from '@remix-run/react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { singleKeysAreOff } from '#app/components/single-keys.ts'
import type { Refusal } from '#app/http/refusals.ts'
import { choices, choiceWordsOf } from '#domain/ballots/ballot.ts'
import type { BallotPaper } from '#server/views/ballot-paper.ts'

interface VoteFormProps {
  page: BallotPaper
  /** Hash of the text that the voter began with; null for a question. */
  began: string | null
  /** Hash of the text to which a change was shown just now, where one was. */
  shown: string | null
  typed: Record<string, string>
  refusal: Refusal | undefined
}

const reasonHints = {
  text: 'Optional, except for an objection: say which part, and why it would harm the atlas. Shown after closing.',
  sense: 'Optional. Shown after closing.',
  report: 'Optional, except where you say that it has not landed: say why. Shown after closing.',
  options: 'Optional. Shown after closing.',
} as const

/** The four choices with their meanings. Nothing is chosen beforehand, and nothing is cast without a review. */
export function VoteForm({ page, began, shown, typed, refusal }: VoteFormProps) {
  // Kept while the page loads again by itself: a text that changes under the form must not pass for the one seen.
  const [seen, setSeen] = useState({ text: shown ?? began, shown })
  if (shown !== null && shown !== seen.shown) setSeen({ text: shown, shown })
  const words = choiceWordsOf(page.subject)
  return (
    <Form method="post" className="vote-form" aria-labelledby="vote">
      <input type="hidden" name="ballotId" value={page.id} />
      <input type="hidden" name="subject" value={page.subject} />
      {seen.text === null ? null : <input type="hidden" name="contentHash" value={seen.text} />}
      <FormRefusal refusal={refusal} />
      <fieldset className="vote-choices" onKeyDown={chooseByNumber}>
        <legend>Choose one</legend>
        {choices.map((choice, i) => (
          <label key={choice} className="vote-choice">
            <input type="radio" name="choice" value={choice} defaultChecked={typed.choice === choice} required />
            <span>
              <strong>{words[choice].label}</strong>
              <span className="field-hint">{words[choice].meaning}</span>
            </span>
            <kbd title="Key">{i + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <Field name="reason" label="Reason" hint={reasonHints[page.subject]} refusal={refusal}>
        {(control) => <textarea {...control} rows={4} defaultValue={typed.reason ?? ''} />}
      </Field>
      {page.subject === 'text' ? <ObjectionFields page={page} typed={typed} refusal={refusal} /> : null}
      <div className="actions">
        <button className="button button-primary" type="submit" name="intent" value="review">
          Review
        </button>
        <span className="ui muted">
          Nothing is cast yet. If you lose the connection, we do not send it without you.
        </span>
      </div>
    </Form>
  )
}

/** What an objection to a text asks for besides a reason; shown once objecting is chosen. */
function ObjectionFields({ page, typed, refusal }: Omit<VoteFormProps, 'began' | 'shown'>) {
  return (
    <div className="objection-fields">
      <Field
        name="settledBy"
        label="What would settle your objection"
        hint="A change, a source, an answer. The objection gets an own entry with you as its owner."
        refusal={refusal}
      >
        {(control) => <textarea {...control} rows={3} defaultValue={typed.settledBy ?? ''} />}
      </Field>
      {page.results === 'hidden' ? (
        <label className="choice ui">
          <input
            type="checkbox"
            name="publishObjection"
            value="yes"
            defaultChecked={typed.publishObjection === 'yes'}
          />
          <span>
            Show my objection at once, so that it can be answered before the ballot closes. Otherwise it stays sealed
            until then.
          </span>
        </label>
      ) : null}
    </div>
  )
}

/** Keys 1 to 4 choose while the choices have the focus. */
function chooseByNumber(event: KeyboardEvent<HTMLFieldSetElement>) {
  const radio = event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1]
  if (!radio || event.ctrlKey || event.metaKey || event.altKey || singleKeysAreOff()) return
  event.preventDefault()
  radio.click()
  radio.focus()
}
