import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'
import type { BallotOpening } from '#server/views/ballot-opening.ts'

interface PresetChoiceProps {
  presets: BallotOpening['presets']
  typed: Record<string, string>
  refusal: Refusal | undefined
}

/** Begins the form with a way of deciding that has a name; a press fills it in, and what was typed otherwise stays. */
export function PresetChoice({ presets, typed, refusal }: PresetChoiceProps) {
  const chosen = presets.find(({ id }) => id === typed.preset)
  return (
    <fieldset>
      <legend>Way of deciding</legend>
      <Field
        name="preset"
        label="Begin with"
        hint="Fills in rule, quorum, periods and conditions below, which may be adjusted. The ballot remembers the name."
        refusal={refusal}
      >
        {(control) => (
          <select {...control} defaultValue={typed.preset ?? ''}>
            <option value="">None: choose everything below</option>
            {presets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button className="button" type="submit" name="intent" value="fill" formNoValidate>
        Fill it in
      </button>
      {chosen ? <p className="why">{chosen.words}</p> : null}
      <p>
        <a href="/ballots/presets">What each of them asks for</a>
      </p>
    </fieldset>
  )
}
