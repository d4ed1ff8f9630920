import { Field } from '#app/components/field.tsx'
import { MomentChoice } from '#app/features/ballots/moment-choice.tsx'
import { closingChoices, lastCallChoices, openingChoices } from '#app/features/ballots/read-moment.ts'
import type { Refusal } from '#app/http/refusals.ts'

/** When a ballot opens and closes, and its last call. */
export function PeriodFields({ typed, refusal }: { typed: Record<string, string>; refusal: Refusal | undefined }) {
  return (
    <>
      <MomentChoice
        name="opens"
        legend="Opening"
        label="It opens"
        hint="Later than at once, texts and electorate are frozen when it opens, and not before."
        choices={openingChoices}
        usual="now"
        typed={typed}
        refusal={refusal}
      />
      <MomentChoice
        name="closes"
        legend="Closing"
        label="It closes by itself, after its opening"
        choices={closingChoices}
        usual="1w"
        typed={typed}
        refusal={refusal}
      />
      <fieldset>
        <legend>Last call</legend>
        <Field
          name="lastCall"
          label="Announced before closing"
          hint="Everybody who may vote is told when it begins: the time for objections that nobody has raised yet."
          refusal={refusal}
        >
          {(control) => (
            <select {...control} defaultValue={typed.lastCall ?? 'none'}>
              {lastCallChoices.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="choice">
          <input
            type="checkbox"
            name="lastCallRestarts"
            value="yes"
            defaultChecked={typed.lastCallRestarts === 'yes'}
          />
          <span>A new objection begins the last call anew, three times at most</span>
        </label>
      </fieldset>
    </>
  )
}
