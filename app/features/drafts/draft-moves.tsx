import { Form } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import type { OwnMove } from '#domain/drafts/moves.ts'
import type { DraftPage } from '#server/views/draft-page.ts'
import type { FormAnswer } from './draft-side.tsx'

const words: Record<OwnMove, { button: string; why: string }> = {
  submit: {
    button: 'Submit for review',
    why: 'Says that the text is ready to be argued and voted on. Writing stays open.',
  },
  'take-back': { button: 'Take back to writing', why: 'Opens the text for more work.' },
  withdraw: { button: 'Withdraw', why: 'Closes the text. It can be taken back.' },
  archive: { button: 'Archive', why: 'Takes it out of the list of current work. It can be taken back.' },
}

/** What the owner or a moderator may do with the draft now. */
export function DraftMoves({ page, answer }: { page: DraftPage; answer: FormAnswer }) {
  const { moves, rights } = page
  const refusal = answer.typed.intent === 'delete' ? answer.refusal : undefined
  return (
    <>
      {moves.map((move) => (
        <Form method="post" key={move} className="draft-move" preventScrollReset>
          <input type="hidden" name="intent" value="move" />
          <button className="button button-small" type="submit" name="move" value={move}>
            {words[move].button}
          </button>
          <span className="field-hint">{words[move].why}</span>
        </Form>
      ))}
      {rights.remove ? (
        <details open={refusal !== undefined}>
          <summary>Delete this draft</summary>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="delete" />
            <Field
              name="reason"
              label="Reason"
              hint="Kept in the record. The text is kept too, but only moderators see it."
              refusal={refusal}
            >
              {(control) => (
                <textarea {...control} rows={2} defaultValue={refusal ? (answer.typed.reason ?? '') : ''} />
              )}
            </Field>
            <button className="button button-danger" type="submit">
              Delete the draft
            </button>
          </Form>
        </details>
      ) : null}
      {rights.redact ? <RedactForm answer={answer} /> : null}
    </>
  )
}

/** For moderators: removes words from the draft for good. */
function RedactForm({ answer }: { answer: FormAnswer }) {
  const { refusal, typed } = answer.typed.intent === 'redact' ? answer : { refusal: undefined, typed: {} }
  const shown = refusal ? typed : {}
  return (
    <details open={refusal !== undefined}>
      <summary>Remove words for good</summary>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="redact" />
        <p className="field-hint">
          For law or safety. The words go from the text, its history, its frozen copies and its threads, and everybody
          who has the draft open loads it anew. The history before is gone with them. Published versions and backups
          keep what they say.
        </p>
        <Field
          name="words"
          label="Words to remove"
          hint="As they stand in the text; capitals do not matter."
          refusal={refusal}
        >
          {(control) => <textarea {...control} rows={2} defaultValue={shown.words ?? ''} />}
        </Field>
        <Field name="reason" label="Reason" hint="Kept in the record. Do not repeat the words." refusal={refusal}>
          {(control) => <textarea {...control} rows={2} defaultValue={shown.reason ?? ''} />}
        </Field>
        {refusal && !refusal.field ? <p className="field-error">{refusal.detail}</p> : null}
        <button className="button button-danger" type="submit">
          Remove the words
        </button>
      </Form>
    </details>
  )
}
