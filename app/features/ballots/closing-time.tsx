import { useEffect, useState } from 'react'
import { Field } from '#app/components/field.tsx'
import { closingChoices } from '#app/features/ballots/read-opening.ts'
import type { Refusal } from '#app/http/refusals.ts'

/** When the ballot closes: a span from now, or a moment in a zone that is named. */
export function ClosingTime({ typed, refusal }: { typed: Record<string, string>; refusal: Refusal | undefined }) {
  const [zone, setZone] = useState<string | null>(null)
  const [local, setLocal] = useState(typed.closesAt ?? '')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const chosen = typed.closes ?? '1w'
  const moment = zone === null || local === '' ? Number.NaN : new Date(local).getTime()
  return (
    <fieldset>
      <legend>Closing</legend>
      <div className="form-row">
        <Field name="closes" label="It closes by itself" refusal={undefined}>
          {(control) => (
            <select {...control} defaultValue={chosen}>
              {closingChoices.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
              <option value="at">At the moment given here</option>
            </select>
          )}
        </Field>
        <Field name="closesAt" label={`Moment (${zone ?? 'UTC'})`} refusal={refusal}>
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
      <input type="hidden" name="closesAtUtc" value={Number.isNaN(moment) ? '' : new Date(moment).toISOString()} />
    </fieldset>
  )
}
