import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { slowMinutes } from '#domain/moderation/acts.ts'
import { caseActWords, decisionReasons, decisionReasonWords } from '#domain/moderation/words.ts'
import { limits } from '#domain/text/limits.ts'
import type { CasePage } from '#server/views/case-pages.ts'

interface Props {
  page: CasePage
  answer: Answer | undefined
}

/** One act, a reason from the list, and the words that the author reads. */
export function DecideForm({ page, answer }: Props) {
  const own = answerTo(answer, { intent: 'decide' })
  const { refusal, typed } = own ?? {}
  const actRefused = refusal?.field === 'act' ? refusal.detail : null
  return (
    <Form method="post" className="card">
      <h2>Decide</h2>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="seen" value={page.revision} />
      <FormRefusal refusal={refusal?.field ? undefined : refusal} />
      <fieldset>
        <legend>What to do</legend>
        {page.acts.map((act) => (
          <label key={act} className="choice">
            <input type="radio" name="act" value={act} required defaultChecked={typed?.act === act} />
            <span>
              {caseActWords[act].act}
              <span className="choice-hint">{caseActWords[act].hint}</span>
            </span>
          </label>
        ))}
        {actRefused ? <p className="field-error">{actRefused}</p> : null}
      </fieldset>
      {page.acts.includes('slow') ? (
        <Field name="minutes" label="Minutes between two posts, where the author is slowed down" refusal={refusal}>
          {(control) => (
            <select {...control} defaultValue={typed?.minutes ?? '15'}>
              {slowMinutes.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {page.acts.includes('suspend') ? (
        <Field
          name="days"
          label="Days, where the author is suspended"
          hint="Empty: until somebody lifts it."
          refusal={refusal}
        >
          {(control) => <input {...control} type="text" inputMode="numeric" defaultValue={typed?.days ?? '7'} />}
        </Field>
      ) : null}
      <Field name="reason" label="Reason" hint="Everybody reads it in the log." refusal={refusal}>
        {(control) => (
          <select {...control} required defaultValue={typed?.reason ?? ''}>
            <option value="">Choose one</option>
            {decisionReasons.map((reason) => (
              <option key={reason} value={reason}>
                {decisionReasonWords[reason]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        name="words"
        label="What its author reads"
        hint="What is wrong, or why it is in order. Your name is not shown."
        refusal={refusal}
      >
        {(control) => (
          <textarea {...control} rows={4} required maxLength={limits.note} defaultValue={typed?.words ?? ''} />
        )}
      </Field>
      <button type="submit" className="button button-primary">
        Decide
      </button>
    </Form>
  )
}

/** Whether a decision that was appealed against stands. */
export function DecideAppealForm({ page, answer }: Props) {
  const own = answerTo(answer, { intent: 'decide-appeal' })
  const { refusal, typed } = own ?? {}
  return (
    <Form method="post" className="card">
      <h2>Decide the appeal</h2>
      <input type="hidden" name="intent" value="decide-appeal" />
      <input type="hidden" name="seen" value={page.revision} />
      <FormRefusal refusal={refusal?.field === 'words' ? undefined : refusal} />
      <fieldset>
        <legend>The decision</legend>
        <label className="choice">
          <input type="radio" name="outcome" value="upheld" required defaultChecked={typed?.outcome === 'upheld'} />
          <span>stands</span>
        </label>
        <label className="choice">
          <input type="radio" name="outcome" value="reversed" required defaultChecked={typed?.outcome === 'reversed'} />
          <span>
            is undone
            <span className="choice-hint">What it did is taken back at once.</span>
          </span>
        </label>
      </fieldset>
      <Field name="words" label="What its author reads" refusal={refusal}>
        {(control) => (
          <textarea {...control} rows={4} required maxLength={limits.note} defaultValue={typed?.words ?? ''} />
        )}
      </Field>
      <button type="submit" className="button button-primary">
        Decide the appeal
      </button>
    </Form>
  )
}
