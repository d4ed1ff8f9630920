import type { FieldDef } from '#domain/entries/kinds.ts'
import type { Option } from '#domain/entries/options.ts'
import { FieldFrame } from './field-frame.tsx'
import { useFields, useOptions, useText } from './use-field.ts'

/** One value out of the vocabulary, with what the values mean. */
export function ChoiceField({ field }: { field: Extract<FieldDef, { type: 'choice' }> }) {
  const { editable } = useFields()
  const options = useOptions(field.options)
  const [value, set] = useText(field.id)
  const control = `control-${field.id}`
  const chosen = options.find((option) => option.id === value)
  return (
    <FieldFrame id={field.id} label={field.label} control={control}>
      <OptionSelect id={control} value={value} options={options} disabled={!editable} onChange={set} />
      {options.some((option) => option.description) ? (
        <>
          <p className="field-meaning">{chosen?.description ?? 'Nothing chosen yet.'}</p>
          <details className="meanings">
            <summary>What the values mean</summary>
            <dl>
              {options.map((option) => (
                <div key={option.id}>
                  <dt>{option.label}</dt>
                  <dd>{option.description}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      ) : null}
    </FieldFrame>
  )
}

interface OptionSelectProps {
  id?: string
  /** Accessible name where no label points at the control. */
  label?: string
  value: string
  options: readonly Option[]
  disabled: boolean
  onChange: (value: string) => void
}

/** A select that also shows a value which is no longer in the list. */
export function OptionSelect({ id, label, value, options, disabled, onChange }: OptionSelectProps) {
  const known = value === '' || options.some((option) => option.id === value)
  return (
    <select
      id={id}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">Choose…</option>
      {known ? null : <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
