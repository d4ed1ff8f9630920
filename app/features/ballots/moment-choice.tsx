import { useEffect, useState } from 'react'
import { Field } from '#app/components/field.tsx'
import { useZone } from '#app/components/use-zone.ts'
import type { Refusal } from '#app/http/refusals.ts'
import { localIn, momentIn } from '#domain/text/zoned-time.ts'

interface MomentChoiceProps {
  /** Name of the choice; the moment is `<name>At`, in UTC `<name>AtUtc`. */
  name: string
  legend: string
  label: string
  hint?: string
  /** Ways to say it without a moment. */
  choices: readonly { id: string; label: string }[]
  usual: string
  /** The moment to begin from, in milliseconds since 1970, UTC. */
  start?: number
  typed: Record<string, string>
  /** With the field `<name>At` where the moment is at fault. */
  refusal: Refusal | undefined
}

/** A moment: a span from some known moment, or one typed in a zone that is named. */
export function MomentChoice({ name, legend, label, hint, choices, usual, start, typed, refusal }: MomentChoiceProps) {
  const zone = useZone()
  const [written, setWritten] = useState<string | null>(null)
  const local = written ?? typedBefore(name, typed, zone) ?? (start === undefined ? '' : inputValue(start, zone))
  // Without scripts nobody would keep this beside what is typed.
  const [scripts, setScripts] = useState(false)
  useEffect(() => setScripts(true), [])
  const moment = !scripts || zone === null || local === '' ? Number.NaN : momentIn(local, zone)
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
              onChange={(event) => setWritten(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <input type="hidden" name={`${name}Zone`} value={zone ?? ''} />
      <input type="hidden" name={`${name}AtUtc`} value={Number.isNaN(moment) ? '' : new Date(moment).toISOString()} />
    </fieldset>
  )
}

/** What was typed and sent: in the zone that was sent with it, in UTC where none was known. */
function typedBefore(name: string, typed: Record<string, string>, zone: string | null): string | undefined {
  const value = typed[`${name}At`]
  const utc = Date.parse(`${value}Z`)
  return typed[`${name}Zone`] || Number.isNaN(utc) ? value : inputValue(utc, zone)
}

/** A moment as the input wants it: in the reader's zone, in UTC while that is not known. */
function inputValue(at: number, zone: string | null): string {
  return localIn(at, zone ?? 'UTC')
}
