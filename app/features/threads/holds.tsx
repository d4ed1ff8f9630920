import { Field } from '#app/components/field.tsx'
import { Time } from '#app/components/time.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { UnfoldForm } from '#app/features/threads/unfold-form.tsx'
import type { HoldsView, HoldView } from '#server/views/holds-of.ts'

/** Who needs time before the draft is put to the vote, and the form that asks for it. */
export function Holds({ holds: { holds, mayHold }, answer }: { holds: HoldsView; answer: Answer | undefined }) {
  if (holds.length === 0 && mayHold === null) return null
  const held = holds.filter(({ state }) => state === 'running').length
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">
        Time asked for<span className="count">{held} running</span>
      </h2>
      <p className="why">
        While somebody needs time, no ballot is opened. A hold ends by itself; a concern that stays is an objection.
      </p>
      {holds.map((hold) => (
        <Hold key={hold.id} hold={hold} answer={answer} />
      ))}
      {mayHold ? <HoldForm days={mayHold} answer={answer} /> : null}
    </section>
  )
}

const stateWords = { running: 'Holds the draft', lifted: 'Lifted', over: 'Over' } as const

function Hold({ hold, answer }: { hold: HoldView; answer: Answer | undefined }) {
  return (
    <article className="objection" id={`hold-${hold.id}`}>
      <p className="contribution-head">
        <strong>{hold.owner}</strong> <span>{stateWords[hold.state]}</span>{' '}
        <span>
          {hold.state === 'running' ? 'until' : 'was until'} <Time at={hold.until} />
        </span>
      </p>
      <p>{hold.reason}</p>
      {hold.liftReason ? <p className="muted">Lifted by a moderator: {hold.liftReason}</p> : null}
      {hold.mayLift ? <LiftForm hold={hold} answer={answer} /> : null}
    </article>
  )
}

function LiftForm({ hold, answer }: { hold: HoldView; answer: Answer | undefined }) {
  return (
    <UnfoldForm
      summary={hold.mine ? 'Lift your hold' : 'Lift this hold'}
      hidden={{ intent: 'lift', holdId: hold.id }}
      answer={answer}
    >
      {({ refusal, typed }) => (
        <>
          <Field
            name="reason"
            label="Reason"
            hint={hold.mine ? 'May be left out.' : 'Everybody reads it, its owner too.'}
            refusal={refusal}
          >
            {(control) => <textarea {...control} required={!hold.mine} defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button">
            Lift hold
          </button>
        </>
      )}
    </UnfoldForm>
  )
}

function HoldForm({ days, answer }: { days: { first: string; last: string }; answer: Answer | undefined }) {
  return (
    <UnfoldForm summary="Hold: I need time" hidden={{ intent: 'hold' }} answer={answer}>
      {({ refusal, typed }) => (
        <>
          <Field
            name="until"
            label="Until the end of"
            hint="At most two weeks, once for each person. The day ends at midnight UTC."
            refusal={refusal}
          >
            {(control) => (
              <input
                {...control}
                type="date"
                min={days.first}
                max={days.last}
                required
                defaultValue={typed.until ?? days.last}
              />
            )}
          </Field>
          <Field
            name="reason"
            label="What you need the time for"
            hint="What you want to read, ask or try before the group votes."
            refusal={refusal}
          >
            {(control) => <textarea {...control} required defaultValue={typed.reason} />}
          </Field>
          <button type="submit" className="button button-primary">
            Hold the draft
          </button>
        </>
      )}
    </UnfoldForm>
  )
}
