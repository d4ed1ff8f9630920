import { Form } from '@remix-run/react'
import { useState } from 'react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { stanceLabels } from '#domain/threads/reactions.ts'
import { countedSources, stanceLine } from '#domain/workshops/advisory.ts'
import type { ConsoleBallot } from '#server/views/room-ballot.ts'

interface CountVotesProps {
  ballotId: string
  entered: NonNullable<ConsoleBallot['entered']>
  answer: Answer | undefined
}

const words = { hands: 'Raised hands', paper: 'Paper slips' } as const
const order = ['agree', 'unsure', 'disagree'] as const

/** What was counted in the room: entered beside the ballot, corrected by entering it anew, never added to it. */
export function CountVotes({ ballotId, entered, answer }: CountVotesProps) {
  const hidden = { intent: 'votes', ballotId }
  const own = answerTo(answer, hidden)
  // What was unfolded stays so when a refusal is gone.
  const [open, setOpen] = useState(own !== undefined)
  return (
    <details
      className="unfold"
      open={open || own !== undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Votes of the room by hand or on paper</summary>
      <p>
        They stand beside the ballot and are <strong>not counted</strong>: a hand has no name, so nobody can tell
        whether it may vote or has voted. Shown once the ballot has closed.
      </p>
      <ul className="list-plain">
        {countedSources.map((source) => (
          <li key={source}>
            {words[source]}: {entered[source] ? stanceLine(entered[source]) : 'none entered'}
          </li>
        ))}
        <li>Advisory answers from phones: {entered.answered}. How is shown when the ballot has closed.</li>
      </ul>
      <Form method="post" preventScrollReset key={JSON.stringify(entered)}>
        <Hidden fields={hidden} />
        <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
        <Field name="source" label="How they were taken" refusal={own?.refusal}>
          {(control) => (
            <select {...control} defaultValue={own?.typed.source ?? 'hands'}>
              {countedSources.map((source) => (
                <option key={source} value={source}>
                  {words[source]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="form-row">
          {order.map((stance) => (
            <Field key={stance} name={stance} label={stanceLabels[stance]} refusal={own?.refusal}>
              {(control) => (
                <input {...control} type="text" inputMode="numeric" defaultValue={own?.typed[stance] ?? ''} />
              )}
            </Field>
          ))}
        </div>
        <button className="button" type="submit">
          Enter the count
        </button>
        <p className="field-hint">
          Entering a count again puts it in the place of the one before; each is on the record.
        </p>
      </Form>
    </details>
  )
}
