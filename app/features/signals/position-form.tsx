import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import { memberPositions, memberPositionWords } from '#domain/signals/positions.ts'
import type { PositionsView } from '#server/views/positions-of.ts'

interface Props {
  positions: PositionsView
  /** The signal of the current version; null where it names none. */
  signal: { id: string; version: number } | null
  answer: Answer | undefined
}

/** States where one stands: for the first time, anew, or in answer to a signal that landed. */
export function PositionForm({ positions: { mine, askedAt }, signal, answer }: Props) {
  const own = answerTo(answer, { intent: 'position' })
  const refusal = own?.refusal
  const typed = own?.typed ?? {}
  const asked = askedAt !== null
  const chosen = typed.position ?? mine?.position ?? undefined
  return (
    <Form method="post" className="contribution-form" aria-labelledby="position-title">
      <h3 id="position-title">{asked ? 'Your answer' : mine ? 'Change your position' : 'Your position'}</h3>
      <p>
        Your name stands beside your position for everybody to see, also for readers without an account. What you say
        now stays listed when you change it later.
      </p>
      <input type="hidden" name="intent" value="position" />
      <FormRefusal refusal={refusal} />
      <fieldset>
        <legend>Where you stand</legend>
        {refusal?.field === 'position' ? <p className="field-error">{refusal.detail}</p> : null}
        {memberPositions.map((id) => (
          <label key={id} className="choice">
            <input type="radio" name="position" value={id} required defaultChecked={chosen === id} />
            <span>
              <strong>{memberPositionWords[id].label}</strong>
              {asked && mine?.position === id ? ' (re-affirms it)' : ''}{' '}
              <span className="field-hint">{memberPositionWords[id].meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field
        name="reason"
        label="Reason"
        hint={asked ? 'Why, now that the signal landed.' : 'What weighs most for you.'}
        refusal={refusal}
      >
        {(control) => (
          <textarea {...control} required rows={3} defaultValue={typed.reason ?? (asked ? '' : mine?.reason)} />
        )}
      </Field>
      <fieldset>
        <legend>I would drop this if …</legend>
        {signal ? (
          <label className="choice">
            <input
              type="checkbox"
              name="exitSignalId"
              value={signal.id}
              defaultChecked={own ? typed.exitSignalId === signal.id : mine?.exitSignal?.current === true}
            />
            <span>the falsification signal of version {signal.version} landed</span>
          </label>
        ) : null}
        {refusal?.field === 'exitSignalId' ? <p className="field-error">{refusal.detail}</p> : null}
        <Field
          name="exit"
          label="Or in your own words"
          hint="Something that could be seen. May stay empty."
          refusal={refusal}
        >
          {(control) => <textarea {...control} rows={2} defaultValue={typed.exit ?? mine?.exit} />}
        </Field>
      </fieldset>
      <button type="submit" className="button button-primary">
        {asked ? 'Answer' : mine ? 'Change position' : 'Take this position'}
      </button>
    </Form>
  )
}

/** Takes one's position back. */
export function WithdrawPosition({ asked, answer }: { asked: boolean; answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Withdraw my position" hidden={{ intent: 'withdraw-position' }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <Field
            name="reason"
            label="Reason"
            hint={asked ? 'The signal landed: say why you withdraw.' : 'May stay empty.'}
            refusal={refusal}
          >
            {(control) => <textarea {...control} rows={2} required={asked} defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button">
            Withdraw
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
