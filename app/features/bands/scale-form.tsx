import { Form, Link } from '@remix-run/react'
import { Field, FormRefusal } from '#app/components/field.tsx'
import type { Answer } from '#app/features/threads/answer.ts'
import { answerTo } from '#app/features/threads/answer.ts'
import { EndedNote } from '#app/features/threads/ended-words.tsx'
import { Hidden } from '#app/features/threads/hidden.tsx'
import { useStart } from '#app/features/threads/use-start.ts'
import { plainDecimal } from '#domain/bands/scale.ts'
import type { BandView } from '#server/views/band-of.ts'

interface ScaleFormProps {
  band: BandView
  /** Where *Cancel* leads. */
  cancel: string
  answer: Answer | undefined
}

/** Shown in place of the button once the hearing takes nothing any more. */
export const hearingEnded = 'The hearing takes no changes any more. What you typed was not sent; you can copy it.'

interface Input {
  name: 'unit' | 'low' | 'high' | 'reading' | 'readingSource' | 'readingDate'
  label: string
  hint?: string
  required?: boolean
  type?: 'date'
}

const scaleInputs: Input[] = [
  { name: 'unit', label: 'Unit', hint: 'For example: days, or % of training compute.', required: true },
  { name: 'low', label: 'Lower end', required: true },
  { name: 'high', label: 'Upper end', required: true },
]
const readingInputs: Input[] = [
  { name: 'reading', label: 'Current reading', hint: 'May be left out.' },
  { name: 'readingSource', label: 'Where the reading comes from' },
  { name: 'readingDate', label: 'Date of the reading', type: 'date' },
]

/** The scale that markers stand on, and the current reading. */
export function ScaleForm({ band: { scale, seen, mayEdit }, cancel, answer }: ScaleFormProps) {
  const own = answerTo(answer, { intent: 'scale' })
  // What the change starts from: the scale when the form was opened, or as it was when the form was refused.
  const was = useStart(seen, own)
  const side = own?.typed.unstable ?? scale?.unstable ?? 'above'
  const input = ({ name, label, hint, required = false, type }: Input) => (
    <Field key={name} name={name} label={label} {...(hint ? { hint } : {})} refusal={own?.refusal}>
      {(control) => (
        <input
          {...control}
          type={type ?? 'text'}
          required={required}
          readOnly={!mayEdit}
          defaultValue={own?.typed[name] ?? prefilled(scale?.[name])}
        />
      )}
    </Field>
  )
  return (
    <Form method="post" className="contribution-form scale-form" preventScrollReset>
      <Hidden fields={{ intent: 'scale', was }} />
      <FormRefusal refusal={own?.refusal.field ? undefined : own?.refusal} />
      {mayEdit ? null : <EndedNote why={hearingEnded} />}
      <div className="scale-inputs">{scaleInputs.map(input)}</div>
      <fieldset className="choices-in-a-row">
        <legend>It defeats itself</legend>
        {(['above', 'below'] as const).map((one) => (
          <label className="choice" key={one}>
            <input
              type="radio"
              name="unstable"
              value={one}
              required
              disabled={!mayEdit}
              defaultChecked={side === one}
            />
            {one} the threshold
          </label>
        ))}
      </fieldset>
      <div className="scale-inputs">{readingInputs.map(input)}</div>
      <div className="actions">
        {mayEdit ? (
          <button type="submit" className="button button-primary">
            Save scale
          </button>
        ) : null}
        <Link className="ui" to={cancel} preventScrollReset>
          {mayEdit ? 'Cancel' : 'Close'}
        </Link>
      </div>
    </Form>
  )
}

function prefilled(value: string | number | null | undefined): string {
  return typeof value === 'number' ? plainDecimal(value) : (value ?? '')
}
