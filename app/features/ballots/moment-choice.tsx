import { useEffect, useState } from 'react'
import { Field } from '#app/components/field.tsx'
import type { Refusal } from '#app/http/refusals.ts'

interface MomentChoiceProps {
  /** Name of the choice; the moment is `<name>At`, in UTC `<name>AtUtc`. */
  name: string
  legend: string
  label: string
  hint?: string
  /** Ways to say it without a moment. */
  choices: readonly { id: string; label: string }[]
  usual: string
  typed: Record<string, string>
  /** With the field `<name>At` where the moment is at fault. */
  refusal: Refusal | undefined
}

/** A moment: a span from some known moment, or one typed in a zone that is named. */
export function MomentChoice({ name, legend, label, hint, choices, usual, typed, refusal }: MomentChoiceProps) {
  const [zone, setZone] = useState<string | null>(null)
  const [local, setLocal] = useState(typed[`${name}At`] ?? '')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const moment = zone === null || local === '' ? Number.NaN : new Date(local).getTime()
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint ? <p className="field-hint">{hint}</p> : null}
      <div className="form-row">
        <Field name={name} label={label} refusal={undefined}>
          {(control) => (
            <select {...control} defaultValue={typed[name] ?? usual}>
              {choices.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
              <option value="at">At the moment given here</option>
            </select>
          )}
        </Field>
        <Field name={`${name}At`} label={`Moment (${zone ?? 'UTC'})`} refusal={refusal}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={local}
              onChange={(event) => setLocal(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <input type="hidden" name={`${name}Zone`} value={zone ?? ''} />
      <input type="hidden" name={`${name}AtUtc`} value={Number.isNaN(moment) ? '' : new Date(moment).toISOString()} />
    </fieldset>
  )
}
