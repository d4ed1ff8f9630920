import { Form } from '@remix-run/react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { checkAnswerLabels, checkAnswers, signalChecks } from '#domain/threads/checks.ts'
import type { ThreadPage } from '#server/views/thread-page.ts'

type Check = ThreadPage['checks'][number]

interface SignalChecksProps {
  checks: readonly Check[]
  mayAnswer: boolean
  answer: Answer | undefined
}

/** The checks of a signal: each member answers for themselves, and then sees the others. Guidance, not a gate. */
export function SignalChecks({ checks, mayAnswer, answer }: SignalChecksProps) {
  const done = checks.filter(({ own }) => own !== null).length
  // Open for a refusal, and still open once the next answer is right.
  const [open, setOpen] = useState(false)
  const asked = answer?.typed.intent === 'check'
  return (
    <details
      className="unfold signal-checks"
      open={open || asked}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        Is it a good signal? {mayAnswer ? `You have answered ${done} of ${checks.length} checks.` : 'Five checks.'}
      </summary>
      {checks.map((check) => (
        <OneCheck key={check.id} check={check} mayAnswer={mayAnswer} answer={answer} />
      ))}
    </details>
  )
}

function OneCheck({ check, mayAnswer, answer }: { check: Check } & Omit<SignalChecksProps, 'checks'>) {
  const hidden = { intent: 'check', check: check.id }
  const own = answerTo(answer, hidden)
  const chosen = own?.typed.answer ?? check.own?.answer
  return (
    <section className="signal-check" id={`check-${check.id}`} aria-labelledby={`check-${check.id}-q`}>
      <h3 id={`check-${check.id}-q`}>{check.question}</h3>
      {mayAnswer ? (
        <Form method="post" className="check-form" preventScrollReset>
          <Hidden fields={hidden} />
          <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
          <fieldset className="choices-in-a-row">
            <legend className="visually-hidden">{check.question}</legend>
            {checkAnswers.map((one) => (
              <label className="choice" key={one}>
                <input type="radio" name="answer" value={one} required defaultChecked={chosen === one} />
                {checkAnswerLabels[one]}
              </label>
            ))}
          </fieldset>
          <Field name="reason" label="Why (needed for “no”)" refusal={own?.refusal}>
            {(control) => <input {...control} type="text" defaultValue={own?.typed.reason ?? check.own?.reason} />}
          </Field>
          <button type="submit" className="button">
            {check.own ? 'Change your answer' : 'Answer'}
          </button>
        </Form>
      ) : null}
      {check.others ? <Others others={check.others} /> : null}
    </section>
  )
}

function Others({ others: { counts, reasons } }: { others: NonNullable<Check['others']> }) {
  return (
    <>
      <p className="reaction-counts">
        {checkAnswers.map((one) => `${counts[one]} ${checkAnswerLabels[one].toLowerCase()}`).join(' · ')}
      </p>
      {reasons.length > 0 ? (
        <ul className="check-reasons">
          {reasons.map(({ name, answer, reason }) => (
            <li key={name}>
              <strong>{name}</strong>, {checkAnswerLabels[answer].toLowerCase()}: {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

/** The same questions where no hearing is open yet. */
export function CheckList() {
  return (
    <details className="unfold">
      <summary>What makes a good signal</summary>
      <ul className="checks">
        {signalChecks.map(({ id, question }) => (
          <li key={id}>{question}</li>
        ))}
      </ul>
    </details>
  )
}
