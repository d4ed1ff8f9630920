import { Form } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import { markName } from '#app/features/ballots/read-marks.ts'
import type { Refusal } from '#app/http/refusals.ts'
import { choiceWordsOf } from '#domain/ballots/ballot.ts'
import { mostScore } from '#domain/ballots/marks.ts'
import type { BallotPaper } from '#server/views/ballot-paper.ts'

type Choosing = NonNullable<BallotPaper['choice']>

interface OptionsVoteFormProps {
  ballotId: string
  choice: Choosing
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** The options, each with what can be said of it. Nothing is marked beforehand, and nothing is cast without a review. */
export function OptionsVoteForm({ ballotId, choice, typed, refusal }: OptionsVoteFormProps) {
  const { options, rule, ask } = choice
  const abstains = choiceWordsOf('options').abstain
  return (
    <Form method="post" className="vote-form" aria-labelledby="vote">
      <input type="hidden" name="ballotId" value={ballotId} />
      <input type="hidden" name="subject" value="options" />
      <input type="hidden" name="rule" value={rule} />
      <input type="hidden" name="optionIds" value={options.map(({ id }) => id).join(' ')} />
      <FormRefusal refusal={refusal} />
      <fieldset className="vote-choices">
        <legend>{ask}</legend>
        {options.map((option) => (
          <OptionMark key={option.id} option={option} choice={choice} typed={typed} />
        ))}
        <label className="vote-choice">
          <input type="checkbox" name="choice" value="abstain" defaultChecked={typed.choice === 'abstain'} />
          <span>
            <strong>{abstains.label}</strong>
            <span className="field-hint">{abstains.meaning} Leave the options unmarked then.</span>
          </span>
        </label>
      </fieldset>
      <Field name="reason" label="Reason" hint="Optional. Shown after closing." refusal={refusal}>
        {(control) => <textarea {...control} rows={4} defaultValue={typed.reason ?? ''} />}
      </Field>
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

interface OptionMarkProps {
  option: Choosing['options'][number]
  choice: Choosing
  typed: Record<string, string>
}

function OptionMark({ option: { id, label }, choice: { rule, options }, typed }: OptionMarkProps) {
  const name = markName(id)
  const said = typed[name]
  if (rule === 'approval') {
    return (
      <label className="vote-choice">
        <input type="checkbox" name={name} value="1" defaultChecked={said === '1'} />
        <span>
          <strong>{label}</strong>
        </span>
      </label>
    )
  }
  if (rule === 'score') {
    return (
      <fieldset className="score-choice">
        <legend>{label}</legend>
        {Array.from({ length: mostScore + 1 }, (_, score) => (
          <label key={String(score)}>
            <input type="radio" name={name} value={score} defaultChecked={said === String(score)} />
            <span>{score}</span>
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <label className="vote-choice rank-choice">
      <select name={name} defaultValue={said ?? ''}>
        <option value="">No rank</option>
        {options.map((one, i) => (
          <option key={one.id} value={i + 1}>
            {i + 1}
          </option>
        ))}
      </select>
      <span>
        <strong>{label}</strong>
      </span>
    </label>
  )
}
